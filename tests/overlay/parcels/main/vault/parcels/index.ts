/** Parcels at the desk: each is entered as it comes and as it goes, and forgotten thirty days after it was collected. */
import type { RoomId, StaffId } from '../../../contract/ids.ts';
import { MAX_PARCELS } from '../../../contract/parcels/lists.ts';
import type { Parcel, Parcels } from '../../../contract/parcels/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { defineFeature } from '../feature.ts';
import { done } from '../log/done.ts';
import { isRoomWithin, join, withinOf } from '../scope/scope.ts';
import { commitAndRead } from '../session/commit.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { roomQueryKeys } from '../values/room-text.ts';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

export const parcelsFeature = defineFeature(() => ({
  leads: {
    parcel: (id: number) => sql`SELECT NULL AS personId, room_id AS roomId FROM parcel WHERE id = ${id}`,
  },
  handlers: {
    'parcels.list': (session) => readParcels(session, session.store),
    'parcels.take': takeParcel,
    'parcels.give': giveParcel,
  },
  everyMinute: async ({ store, clock, readOnly }: Session) => {
    if (readOnly) return;
    const before = clock.now() - KEPT_DAYS * DAY_MS;
    await store.runAlone(sql`DELETE FROM parcel WHERE collected_at < ${before}`).catch(() => undefined);
  },
}));

/** Errors: `invalid-value` {field: room} where it is not one room. */
const takeParcel = (session: Session, { room, carrier }: RouteRequest<'parcels.take'>): Promise<Parcels> =>
  change(session, 'parcel-in', async (tx) => {
    const roomId = await requireRoom(tx, room);
    const parcel = await takeId(tx, 'parcel');
    await tx.run(sql`
      INSERT INTO parcel (id, room_id, carrier, brought_at, taken_by)
      VALUES (${parcel}, ${roomId}, ${carrier}, ${session.clock.now()}, ${session.signedIn.staffId})`);
    return parcel;
  });

/** Errors: `not-found`, also for one that was collected meanwhile. */
const giveParcel = (
  session: Session,
  { parcelId, collector }: RouteRequest<'parcels.give'>,
): Promise<Parcels> =>
  change(session, 'parcel-out', async (tx) => {
    const { changes } = await tx.run(sql`
      UPDATE parcel SET collector = ${collector}, collected_at = ${session.clock.now()}, given_by = ${session.signedIn.staffId}
      WHERE id = ${parcelId} AND collected_at IS NULL`);
    if (changes === 0) throw new AppError('not-found');
    return parcelId;
  });

/** One transaction for a change, its entry and what is so afterwards. */
const change = (
  session: Session,
  action: 'parcel-in' | 'parcel-out',
  work: (tx: WritableStore) => Promise<number>,
): Promise<Parcels> =>
  commitAndRead(session, readParcels, async (tx) => [done(action, { parcel: await work(tx) })]);

/** By a whole notation: room 18 is not room 1801. */
async function requireRoom(store: ReadableStore, text: string): Promise<RoomId> {
  for (const key of roomQueryKeys(text)) {
    const found = await store.all<{ readonly roomId: RoomId }>(
      sql`SELECT room_id AS roomId FROM room_key WHERE key = ${key} LIMIT 2`,
    );
    const [room, another] = found;
    if (room !== undefined && another === undefined) return room.roomId;
    if (another !== undefined) break;
  }
  throw new AppError('invalid-value', { field: 'room' });
}

interface ParcelRow extends Omit<Parcel, 'collected' | 'takenBy'> {
  readonly takenBy: StaffId;
  readonly collector: string | null;
  readonly collectedAt: number | null;
  readonly givenBy: StaffId | null;
}

async function readParcels(session: Session, store: ReadableStore): Promise<Parcels> {
  const within = withinOf(session);
  const rows = await store.all<ParcelRow>(
    join([
      `SELECT p.id AS parcelId, r.id AS roomId, r.label AS room, p.carrier, p.brought_at AS broughtAt, p.taken_by AS takenBy,
         p.collector, p.collected_at AS collectedAt, p.given_by AS givenBy FROM parcel p JOIN room r ON r.id = p.room_id WHERE `,
      within === null ? 'true' : isRoomWithin(within, 'r'),
      sql` ORDER BY p.collected_at IS NOT NULL, p.collected_at DESC, p.id DESC LIMIT ${MAX_PARCELS}`,
    ]),
  );
  return {
    parcels: rows.map(({ collector, collectedAt, givenBy, ...parcel }) => ({
      ...parcel,
      takenBy: nameOfStaff(session, parcel.takenBy),
      collected:
        collector === null || collectedAt === null || givenBy === null
          ? null
          : { by: collector, at: collectedAt, givenBy: nameOfStaff(session, givenBy) },
    })),
  };
}
