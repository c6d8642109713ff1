/** Messages between the vault and the thread that has the cells of a workbook. */
import type { ErrorCode, ErrorDetails } from '../../../contract/errors.ts';
import type { SheetDesk } from './sheet-desk.ts';

export interface SheetQuestion {
  readonly name: keyof SheetDesk;
  readonly given: readonly unknown[];
}

/** One answer or failure for each question, in their order; in between, which row it has come to. */
export type SheetMessage =
  | { readonly type: 'at'; readonly row: number }
  | { readonly type: 'answer'; readonly value: unknown }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails };
