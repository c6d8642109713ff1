/** A question as the vault has it, with its answer. */
import type { Both } from '../../../contract/training/routes.ts';

export interface Question {
  readonly words: Both;
  /** Each another; shown in an order that is drawn. */
  readonly options: readonly Both[];
  /** Place of the right one among the options. */
  readonly right: number;
  readonly why: Both;
  /** Title of the procedure that it is made from; null of the product's own. */
  readonly procedure: string | null;
}

/** Text of a procedure, which is in Chinese alone, for both languages. */
export const inChinese = (text: string): Both => ({ zh: text, en: text });
