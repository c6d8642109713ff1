/**
 * Deletes people for good: a hundred at a time, each batch in one transaction with an entry for each of them, then looks for what is left.
 * Whoever is held stays. A kill between two batches leaves a deletion that has taken fewer, and says so.
 */
import { type ErasureCause, MAX_NAMED_ERASED } from '../../../contract/erasure/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { ownChain } from '../log/chains.ts';
import { maskName, readPersonRow } from '../people/read-person.ts';
import { type Session, logAlone } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { takeId } from '../store/ids.ts';
import type { OnSearched } from '../store/engine/page-search.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { type RowCounts, addCounts, deletePeople } from './delete-people.ts';
import { readHolds, requireHolds } from './holds.ts';
import { type OlderBackups, type Searched, findOlderBackups, searchStore } from './residual-scan.ts';
import { requireErasure } from './read-erasures.ts';
import { type Traces, createTraces } from './erased-values.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** People of one transaction: a cancel is noticed after each. */
const AT_ONCE = 100;

/** Whom to delete, and why. */
export interface ErasureOrder {
  /** Each once. Those who are not on record any more are passed over. */
  readonly people: readonly PersonId[];
  readonly cause: ErasureCause;
  /** The law, rule or contract that it is done by, in Chinese: it stands on the certificate. No value of anybody's. */
  readonly basis: string;
  /** Reason as the log records it, and the number of a document or a request. */
  readonly reason: string;
  readonly ticket?: string | null;
}

/** Somebody who is gone: a mask that is nowhere any more, and a number that is never given again. */
export interface ErasedPerson {
  readonly personId: PersonId;
  readonly nameMask: string;
}

/** Result of a deletion. The masks are in no store: they are for the certificate of this moment alone. */
export interface Erasure {
  readonly erasureId: number;
  readonly cause: ErasureCause;
  readonly basis: string;
  readonly people: number;
  /** Who stays because they are held. */
  readonly held: readonly PersonId[];
  readonly named: readonly ErasedPerson[];
  readonly rows: RowCounts;
  readonly begunAt: number;
  readonly doneAt: number;
  readonly searched: Searched;
  readonly backups: OlderBackups;
  /** Of the log, after the check. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/**
 * `onDone`: told after each batch, in people. `onSearched`: told of the search for what is left, in pages; without it that search is not cancelled.
 * `signal`: looked at between two batches, and then between two slices of the search.
 */
export interface ErasureWatcher {
  readonly onDone: (done: number, total: number) => void;
  readonly onSearched?: OnSearched;
  readonly signal: AbortSignal;
}

/** For one person, who is gone at once. */
const UNWATCHED: ErasureWatcher = { onDone: () => undefined, signal: new AbortController().signal };

/**
 * `present`: whose PINs were typed, the signed-in one first; who has to be there is the caller's rule.
 * Errors: those of `requireHolds`; `on-hold` where all of them are held, `not-found` where none of them is on record; nothing is deleted then. `cancelled`: those of the
 * batches before are gone and entered; they are looked for, unless it was the search that was cancelled, which is then still to be made. Those of AuditLog.record and of the search.
 */
export async function erasePeople(
  session: Session,
  present: AllVerified,
  order: ErasureOrder,
  watcher: ErasureWatcher = UNWATCHED,
): Promise<Erasure> {
  const begunAt = session.clock.now();
  const state: Going = { erasureId: null, people: 0, held: [], named: [], rows: {}, traces: createTraces() };
  let isCancelled = false;
  for (let at = 0; at < order.people.length && !isCancelled; at += AT_ONCE) {
    await eraseBatch(session, present, order, order.people.slice(at, at + AT_ONCE), begunAt, state);
    watcher.onDone(Math.min(order.people.length, at + AT_ONCE), order.people.length);
    isCancelled = watcher.signal.aborted;
  }
  const { erasureId } = state;
  if (erasureId === null) throw new AppError(state.held.length > 0 ? 'on-hold' : 'not-found');
  const doneAt = session.clock.now();
  const searched = await searchStore(
    session.store,
    state.traces,
    isCancelled ? undefined : searchOf(watcher),
  );
  const backups = await findOlderBackups(session, doneAt);
  const head = await enterCheck(session, { erasureId, people: state.people, searched, backups });
  if (isCancelled && state.people + state.held.length < order.people.length) throw new AppError('cancelled');
  const { people, held, named, rows } = state;
  const { cause, basis } = order;
  return { erasureId, cause, basis, people, held, named, rows, begunAt, doneAt, searched, backups, head };
}

/** Of a search that can be cancelled. */
export const searchOf = ({ onSearched, signal }: ErasureWatcher): OnSearched | undefined =>
  onSearched === undefined
    ? undefined
    : (done, total) => {
        onSearched(done, total);
        if (signal.aborted) throw new AppError('cancelled');
      };

interface Going {
  erasureId: number | null;
  people: number;
  readonly held: PersonId[];
  readonly named: ErasedPerson[];
  rows: RowCounts;
  readonly traces: Traces;
}

async function eraseBatch(
  session: Session,
  present: AllVerified,
  order: ErasureOrder,
  batch: readonly PersonId[],
  begunAt: number,
  state: Going,
): Promise<void> {
  const today = dayOf(session.clock.now());
  const traces = createTraces();
  const erased = await commitValue(session, async (tx) => {
    await requireHolds(session, tx);
    const held: PersonId[] = [];
    const going: ErasedPerson[] = [];
    for (const personId of batch) {
      const person = await readPersonRow(tx, personId).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'not-found') return null;
        throw error;
      });
      if (person === null) continue;
      if ((await readHolds(tx, personId, today)).length > 0) held.push(personId);
      else going.push({ personId, nameMask: maskName(session.policy.masks, person).mask });
    }
    if (going.length === 0)
      return { value: { held, going, rows: {}, erasureId: state.erasureId }, entries: [] };
    const erasureId = state.erasureId ?? (await beginErasure(tx, session, present, order, begunAt));
    const ids = going.map(({ personId }) => personId);
    const rows = await deletePeople(tx, ids, erasureId, traces);
    await tx.run(sql`
      UPDATE erasure SET people = people + ${going.length}, rows = ${JSON.stringify(addCounts(state.rows, rows))},
        held = held + ${held.length}, done_at = ${session.clock.now()} WHERE id = ${erasureId}`);
    return {
      value: { held, going, rows, erasureId },
      entries: ids.map((personId) =>
        done(
          'erase',
          { erasure: erasureId, cause: order.cause },
          { personId, reason: order.reason, ticket: order.ticket ?? null, ...cosignedBy(present) },
        ),
      ),
    };
  });
  state.erasureId = erased.erasureId;
  state.people += erased.going.length;
  state.held.push(...erased.held);
  state.named.push(...erased.going.slice(0, MAX_NAMED_ERASED - state.named.length));
  state.rows = addCounts(state.rows, erased.rows);
  // Nothing is looked for that a transaction has not deleted.
  state.traces.take(traces);
}

/** Enters a deletion among those that there were; returns its number. */
export async function beginErasure(
  tx: WritableStore,
  session: Session,
  present: AllVerified,
  { cause, basis }: Pick<ErasureOrder, 'cause' | 'basis'>,
  begunAt: number,
): Promise<number> {
  const erasureId = await takeId(tx, 'erasure');
  await tx.run(sql`
    INSERT INTO erasure (id, cause, basis, people, held, rows, begun_at, done_at, made_by, made_with)
    VALUES (${erasureId}, ${cause}, ${basis}, 0, 0, '{}', ${begunAt}, ${begunAt}, ${session.signedIn.staffId}, ${cosignedBy(present).cosignerId})`);
  return erasureId;
}

/**
 * For a deletion whose check a kill or a cancel has cut off: nobody knows any more what to look for, so every page is written anew.
 * Errors: `not-found`, `cancelled`; those of the store.
 */
export async function checkAgain(
  session: Session,
  erasureId: number,
  watcher: ErasureWatcher = UNWATCHED,
): Promise<void> {
  const { people, doneAt } = await requireErasure(session.store, erasureId);
  await session.store.rewrite();
  const seen = await session.store.searchPages(createTraces().toStrings('all'), searchOf(watcher));
  const searched = { ...seen, searched: 0, found: 0, rewritten: true };
  await enterCheck(session, {
    erasureId,
    people,
    searched,
    backups: await findOlderBackups(session, doneAt),
  });
}

/** The check and its entry. Returns the head of the log behind it, which the certificate has. */
export async function enterCheck(
  session: Session,
  {
    erasureId,
    people,
    searched: { pages, searched, found, walBytes, rewritten },
    backups,
  }: Pick<Erasure, 'people' | 'searched' | 'backups'> & { readonly erasureId: number },
): Promise<Erasure['head']> {
  await logAlone(session, {
    action: 'erase-check',
    outcome: found === 0 ? 'done' : 'failed',
    detail: {
      erasure: erasureId,
      people: Math.max(1, people),
      pages,
      searched,
      found,
      walBytes,
      backups: backups.older.length,
    },
  });
  const head = await session.store.get<{ readonly seq: number; readonly hash: Uint8Array }>(
    ownChain(sql`SELECT seq, hash FROM $log WHERE action = 'erase-check' ORDER BY seq DESC LIMIT 1`),
  );
  const seq = head?.seq ?? 0;
  const hash = Buffer.from(head?.hash ?? new Uint8Array(0)).toString('hex');
  await session.store.runAlone(sql`
    UPDATE erasure SET checked_at = ${session.clock.now()}, pages = ${pages}, searched = ${searched}, found = ${found}, wal_bytes = ${walBytes},
      rewritten = ${rewritten ? 1 : 0}, head_seq = ${seq}, head_hash = ${hash} WHERE id = ${erasureId}`);
  return { seq, hash };
}
