/**
 * Removes the ID numbers of everybody who may not have theirs kept, a thousand people in each transaction, each with an entry; then those within words and in attached texts;
 * then looks for what is left. Whoever is held keeps theirs. A kill between two transactions leaves a removal that has taken fewer, and says so.
 */
import { MAX_NAMED_ERASED } from '../../../contract/erasure/lists.ts';
import { SEALED_TIERS } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { readAttachment, removeAttachment } from '../attachments/attachments.ts';
import { dayOf } from '../clock.ts';
import { fromUtf8 } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { idChoiceOf } from '../id-number-rules/decision.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { done } from '../log/done.ts';
import { maskName, readPersonRow } from '../people/read-person.ts';
import { commitValue } from '../session/commit.ts';
import { withTiers } from '../session/open-values.ts';
import type { Session } from '../session/session.ts';
import { type AllVerified, requireSupervisor } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { TABLE_NAMES, linksOf } from '../store/tables.ts';
import { starIdNumbers } from '../values/id-in-words.ts';
import { type RowCounts, addCounts } from './delete-people.ts';
import { dropIdNumbers, readHeld, readWithout } from './drop-id-numbers.ts';
import {
  type Erasure,
  type ErasedPerson,
  type ErasureWatcher,
  beginErasure,
  enterCheck,
  searchOf,
} from './erase-people.ts';
import { type Traces, createTraces } from './erased-values.ts';
import { requireHolds } from './holds.ts';
import { findOlderBackups, searchStore } from './residual-scan.ts';
import { findIdsInWords, starIds } from './star-id-numbers.ts';

/** People of one transaction: a cancel is noticed after each. */
const AT_ONCE = 1_000;
/** Stands on the certificate. */
const BASIS = '《个人信息保护法》第二十九条、第四十七条：没有取得单独同意，或者公司决定不再保存';

/** Result of a removal. */
export interface IdRemoval extends Pick<Erasure, 'erasureId' | 'people' | 'named'> {
  readonly texts: number;
  /** Who keeps theirs because they are held. */
  readonly held: number;
}

interface Going {
  erasureId: number | null;
  people: number;
  texts: number;
  rows: RowCounts;
  readonly named: ErasedPerson[];
  readonly held: Set<PersonId>;
  readonly traces: Traces;
}

/** What the parts of a removal have in common. */
interface Removal {
  readonly session: Session;
  readonly present: AllVerified;
  readonly reason: string;
  readonly watcher: ErasureWatcher;
  readonly begunAt: number;
  readonly state: Going;
}

/**
 * `present`: a supervisor and an admin. Errors: `ids-undecided`; `not-found` where there is nothing to remove; `cancelled`, what the transactions before have removed is gone
 * and entered then, and still to be looked for; those of `requireHolds`, of the log and of the search.
 */
export async function removeIdNumbers(
  session: Session,
  present: AllVerified,
  reason: string,
  watcher: ErasureWatcher,
): Promise<IdRemoval> {
  const { store, clock } = session;
  if ((await idChoiceOf(session, store)) === null) throw new AppError('ids-undecided');
  const state: Going = {
    erasureId: null,
    people: 0,
    texts: 0,
    rows: {},
    named: [],
    held: new Set(),
    traces: createTraces(),
  };
  const removal: Removal = { session, present, reason, watcher, begunAt: clock.now(), state };
  await removeValues(removal);
  await removeFromWords(removal);
  await removeTexts(removal);
  const { erasureId, people, texts, named, held, traces } = state;
  if (erasureId === null) throw new AppError(held.size > 0 ? 'on-hold' : 'not-found');
  const searched = await searchStore(store, traces, searchOf(watcher));
  const backups = await findOlderBackups(session, clock.now());
  await enterCheck(session, { erasureId, people, searched, backups });
  return { erasureId, people, texts, named, held: held.size };
}

function look({ watcher: { signal } }: Removal): void {
  if (signal.aborted) throw new AppError('cancelled');
}

/** Values with their tags, a thousand people after another. */
async function removeValues(removal: Removal): Promise<void> {
  const { session, watcher, state } = removal;
  const choice = await idChoiceOf(session, session.store);
  // Whatever changes who is among them takes a PIN, and so waits for its turn.
  const people = await readWithout(session.store, choice);
  for (let at = 0; at < people.length; at += AT_ONCE) {
    look(removal);
    const found = people.slice(at, at + AT_ONCE);
    const traces = createTraces();
    const batch = await commitRemoved(removal, async (tx) => {
      await requireHolds(session, tx);
      const held = await readHeld(tx, dayOf(session.clock.now()));
      const going = found.filter((personId) => !held.has(personId));
      const named: ErasedPerson[] = [];
      for (const personId of going.slice(0, MAX_NAMED_ERASED - state.named.length))
        named.push({
          personId,
          nameMask: maskName(session.policy.masks, await readPersonRow(tx, personId)).mask,
        });
      const id_number = going.length === 0 ? 0 : await dropIdNumbers(tx, going, traces);
      return {
        value: { named, held: found.filter((personId) => held.has(personId)) },
        gone: { people: going.length, values: id_number, texts: 0 },
        rows: { id_number },
        entries: [],
      };
    });
    // Nothing is looked for that a transaction has not removed.
    state.traces.take(traces);
    state.named.push(...batch.named);
    for (const personId of batch.held) state.held.add(personId);
    watcher.onDone(at + found.length, people.length);
  }
}

/** Remarks, notes and other sealed words, of everybody: a number between them rests on nobody's consent. */
async function removeFromWords(removal: Removal): Promise<void> {
  const { session, present, state } = removal;
  await withTiers(session, requireSupervisor(present), SEALED_TIERS, async (keys) => {
    for await (const found of findIdsInWords(session, keys)) {
      look(removal);
      if (found.length === 0) continue;
      const traces = createTraces();
      await commitRemoved(removal, async (tx) => {
        await starIds(tx, session, found, traces);
        return {
          value: null,
          gone: { people: 0, values: 0, texts: found.length },
          rows: { id_words: found.length },
          entries: [],
        };
      });
      state.traces.take(traces);
    }
  });
}

/** Attached texts with a number in them. Pictures and PDF are read by nobody here. */
async function removeTexts(removal: Removal): Promise<void> {
  const { session, present, state } = removal;
  const texts = await session.store.all<{ readonly id: number }>(
    sql`SELECT id FROM attachment WHERE media = 'text' ORDER BY id`,
  );
  for (const { id } of texts) {
    look(removal);
    const { content } = await readAttachment(session, requireSupervisor(present), id);
    const words = fromUtf8(content) ?? Buffer.from(content).toString('latin1');
    const hasIds = starIdNumbers(words) !== words;
    zero(content);
    if (!hasIds) continue;
    const traces = createTraces();
    await commitRemoved(removal, async (tx) => {
      const heads = await tx.all<{ readonly head: Uint8Array }>(
        sql`SELECT substr(sealed, 1, 8) AS head FROM attachment_piece WHERE attachment_id = ${id} UNION ALL SELECT substr(ciphertext, 1, 8) FROM attachment WHERE id = ${id}`,
      );
      for (const { head } of heads) traces.add(head);
      for (const [table, column] of REFERRING)
        await tx.run({ text: `DELETE FROM ${table} WHERE ${column} = ?`, values: [id] });
      return {
        value: null,
        gone: { people: 0, values: 0, texts: 1 },
        rows: { attachment: 1 },
        entries: await removeAttachment(tx, id),
      };
    });
    state.traces.take(traces);
  }
}

/** Whatever refers to an attachment. */
const REFERRING = TABLE_NAMES.flatMap((table) =>
  linksOf(table).flatMap(([column, to]) => (to === 'attachment' ? [[table, column] as const] : [])),
);

interface Removed<T> {
  readonly value: T;
  readonly gone: Pick<LogDetail<'id-removal'>, 'people' | 'values' | 'texts'>;
  readonly rows: RowCounts;
  readonly entries: readonly SessionEntry[];
}

/** One transaction of a removal, with its entry; the first begins it. One that removes nothing writes nothing. */
async function commitRemoved<T>(
  { session, present, reason, begunAt, state }: Removal,
  change: (tx: WritableStore) => Promise<Removed<T>>,
): Promise<T> {
  const { removed, erasureId } = await commitValue(session, async (tx) => {
    const one = await change(tx);
    const { people, values, texts } = one.gone;
    if (people + values + texts === 0)
      return { value: { removed: one, erasureId: state.erasureId }, entries: [] };
    const erasure =
      state.erasureId ??
      (await beginErasure(tx, session, present, { cause: 'id-numbers', basis: BASIS }, begunAt));
    await tx.run(sql`
      UPDATE erasure SET people = people + ${people}, rows = ${JSON.stringify(addCounts(state.rows, one.rows))}, held = ${state.held.size},
        done_at = ${session.clock.now()} WHERE id = ${erasure}`);
    return {
      value: { removed: one, erasureId: erasure },
      entries: [
        done(
          'id-removal',
          { erasure, people, values, texts, again: false },
          { reason, ...cosignedBy(present) },
        ),
        ...one.entries,
      ],
    };
  });
  state.erasureId = erasureId;
  state.people += removed.gone.people;
  state.texts += removed.gone.texts;
  state.rows = addCounts(state.rows, removed.rows);
  return removed.value;
}
