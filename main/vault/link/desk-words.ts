/** What this desk says to the others, and what it has heard of them. */
import {
  type DeskWord,
  type DeskWords,
  encodeWord,
  messageOf,
  parseWord,
  readWord,
} from '../../files/spool/desk-words.ts';
import { concat, sameBytes } from '../crypto/bytes.ts';
import { sign } from '../crypto/ed25519.ts';
import type { RosterDesk } from '../keys/roster-desks.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Between two words, in milliseconds. */
const BETWEEN_MS = 60_000;

/** Lays a word for the carrier where the last one is a minute old. */
export function sayWord(
  words: DeskWords,
  of: { readonly vaultId: string; readonly desk: number; readonly privateKey: Uint8Array },
  word: DeskWord,
): void {
  const last = words.read(of.desk);
  // A clock that was set back is waited for no longer than that.
  if (last !== null && Math.abs(word.at - last.heardAt) < BETWEEN_MS) return;
  const unsigned = encodeWord({
    ...word,
    at: Math.max(word.at, ((last === null ? null : parseWord(last.word))?.at ?? 0) + 1),
  });
  const signature = sign(of.privateKey, messageOf(of.vaultId, of.desk, unsigned));
  words.put(of.desk, { heardAt: word.at, word: concat(unsigned, signature) });
}

export interface HeardDesk extends DeskWord {
  readonly desk: number;
  /** When its last word came here, in milliseconds since 1970. */
  readonly heardAt: number;
}

/** By desk, what its last word said under its key, null where it has not said it: the same bytes are not verified again. */
export type HeardBefore = Map<
  number,
  { readonly word: Uint8Array; readonly signKey: Uint8Array; readonly said: DeskWord | null }
>;

/** The last word of each desk of which one was heard. `heard`: of earlier calls, to which it is added. */
export const heardDesks = (
  words: DeskWords,
  vaultId: string,
  desks: Iterable<RosterDesk>,
  heard: HeardBefore = new Map(),
): readonly HeardDesk[] =>
  [...desks].flatMap(({ desk, signKey }) => {
    const kept = words.read(desk);
    if (kept === null) return [];
    const { word, heardAt } = kept;
    const before = heard.get(desk);
    const isSame = before !== undefined && sameBytes(before.word, word) && sameBytes(before.signKey, signKey);
    const said = isSame ? before.said : readWord(vaultId, desk, word, signKey);
    if (!isSame) heard.set(desk, { word, signKey, said });
    return said === null ? [] : [{ ...said, desk, heardAt }];
  });

/** A desk that has another order than this one: either was lied to. Null where there is none. */
export async function otherOrderOf(
  store: ReadableStore,
  heard: readonly HeardDesk[],
): Promise<number | null> {
  for (const { desk, place, hash } of heard) {
    const own = await store.get<{ readonly hash: Uint8Array }>(
      sql`SELECT hash FROM op_place WHERE place = ${place}`,
    );
    if (own !== undefined && !sameBytes(own.hash, hash)) return desk;
  }
  return null;
}
