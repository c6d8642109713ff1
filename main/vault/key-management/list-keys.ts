/** The keys with their age, when each is due, what a rotation has to do with, and the record of each, read from the log. */
import { KEY_DUE_DAYS, ROTATED_KEYS, type RotatedKey } from '../../../contract/key-management/lists.ts';
import type { KeysView, KeyView } from '../../../contract/key-management/views.ts';
import { allChains } from '../log/chains.ts';
import { allEnded } from '../long-work/all-ended.ts';
import { holdersOfTier } from '../keys/roster.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type Rotation, THEFT, readRotations } from '../key-change/rotation-log.ts';
import { checkStoreKey } from './rotate-store-key.ts';
import { openTheft } from './theft.ts';
import { countOf } from '../store/rows.ts';

const DAY_MS = 86_400_000;
/** Rotations of one key that its record shows, the newest. */
const MAX_SHOWN = 50;

/** Errors: `disk-error`. */
export async function listKeys(session: Session): Promise<KeysView> {
  const { store, header, roster } = session;
  const [madeAt, rotations, values, { storeBytes }] = await allEnded([
    readSetUpTime(store),
    readRotations(session, store),
    countValues(store),
    checkStoreKey(session),
  ]);
  return {
    keys: ROTATED_KEYS.map((key) =>
      describeKey(
        session,
        key,
        madeAt,
        rotations.filter((one) => one.key === key),
      ),
    ),
    theft: {
      left: openTheft(roster, rotations)?.left.length ?? null,
      history: describeHistory(
        session,
        rotations.filter(({ key }) => key === THEFT),
      ),
    },
    touches: {
      storeBytes,
      people: header.slots.length,
      holders: holdersOfTier(roster, 'contact').length,
      values,
    },
  };
}

/** Each key with its age and its record, without what a rotation would touch, which takes a walk over the store. Errors: those of the store. */
export async function listKeyAges(session: Session): Promise<readonly KeyView[]> {
  const [madeAt, rotations] = await allEnded([
    readSetUpTime(session.store),
    readRotations(session, session.store),
  ]);
  return ROTATED_KEYS.map((key) =>
    describeKey(
      session,
      key,
      madeAt,
      rotations.filter((one) => one.key === key),
    ),
  );
}

function describeKey(
  session: Session,
  key: RotatedKey,
  setUpAt: number,
  rotations: readonly Rotation[],
): KeyView {
  const last = rotations.findLast(({ end }) => end === 'done');
  const madeAt = last?.endedAt ?? setUpAt;
  return {
    key,
    madeAt,
    rotated: last !== undefined,
    dueAt: madeAt + KEY_DUE_DAYS * DAY_MS,
    history: describeHistory(session, rotations),
  };
}

const describeHistory = (session: Session, rotations: readonly Rotation[]): KeyView['history'] =>
  rotations
    .slice(-MAX_SHOWN)
    .reverse()
    .map(({ seq, staffId, cosignerId, begunAt, endedAt, end, code }) => ({
      id: seq,
      begunAt,
      endedAt,
      staffName: nameOfStaff(session, staffId),
      cosignerName: cosignerId === null ? null : nameOfStaff(session, cosignerId),
      end,
      code,
    }));

/** By the first entry of the log, which is hashed and tagged like each: nothing else of that day is. */
const readSetUpTime = async (store: ReadableStore): Promise<number> =>
  (await store.get<{ readonly at: number }>(allChains(sql`SELECT time AS at FROM $log WHERE seq = 1`)))?.at ??
  0;

const countValues = (store: ReadableStore): Promise<number> =>
  countOf(store, sql`SELECT count(*) AS n FROM sealed_value`);
