/** Names of reasons: the program's own by its words, those that an admin has added by theirs. Pure, for the page that is printed as well. */
import type { Translate } from '../messages/translate.ts';
import type { ReasonId } from '../../contract/fields.ts';
import { type ReasonWords, isOwn } from '../../contract/reasons/lists.ts';

/** Words of the added ones in one language, by their ids. */
export type OwnReasonWords = ReadonlyMap<string, string>;

/** Those of the list, or of a sheet that brings them. */
export const ownReasonWords = (
  reasons: readonly { readonly id: ReasonId; readonly words: ReasonWords | null }[],
  language: string,
): OwnReasonWords =>
  new Map(
    reasons.flatMap(({ id, words }) =>
      words === null ? [] : [[id, language === 'en' ? words.en : words.zh] as const],
    ),
  );

/** Returns the name of a reason; its id where nobody knows it. */
export const reasonName = (t: Translate, own: OwnReasonWords, id: ReasonId): string =>
  isOwn(id) ? (own.get(id) ?? id) : t(`reasons.${id}`);
