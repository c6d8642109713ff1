/**
 * An emergency: the contact fields of one person at once, with the own PIN and words of one's own. A supervisor sees it until
 * they have acknowledged it. It opens what a receptionist's PIN opens anyway, faster and louder, and nothing of the identity tier.
 */
import type { FieldId } from '../../../contract/fields.ts';
import { MAX_GLASS_OPEN } from '../../../contract/tasks/limits.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { GLASS_FIELDS } from '../../../contract/tasks/lists.ts';
import type { GlassId, PersonId, StaffId } from '../../../contract/ids.ts';
import type { RevealedField } from '../../../contract/residents/views.ts';
import type { GlassEvent } from '../../../contract/tasks/views.ts';
import { AppError } from '../app-error.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { readNameMask, readPersonRow, readSealedValues } from '../residents/read-person.ts';
import type { SealedValueRow } from '../residents/read-person.ts';
import type { Session } from '../session/session.ts';
import { entryOf, nameOfStaff } from '../session/session.ts';
import { describeWhy } from '../session/why.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** How long what was opened may stay on screen, in seconds: time to dial. */
export const GLASS_SECONDS = 60;
/** How many of the acknowledged ones are listed. */
const SEEN_LISTED = 50;

/** Errors: `nothing-sealed` (no contact on record), `not-found`, `invalid-value`, those of `withSlots`, `log-unavailable`; with any of them no value leaves. */
export async function breakGlass(
  session: Session,
  request: RouteRequest<'glass.break'>,
): Promise<RouteReply<'glass.break'>> {
  const why = describeWhy({ reason: 'emergency', words: request.words, ticket: request.ticket });
  const person = await readPersonRow(session.store, request.personId);
  const contacts = await readContacts(session.store, person.id);
  if (contacts.length === 0) throw new AppError('nothing-sealed');
  return withSlots(session, [{ slotId: session.signedIn.slotId, pin: request.pin }], async (all) => {
    const [present] = all;
    const fields = await withTiers(session, present, ['contact'], async (keys) =>
      contacts.map((row): RevealedField => ({
        field: row.field,
        ordinal: row.ordinal,
        value: openValue(session, keys, person.id, row),
        seconds: GLASS_SECONDS,
      })),
    );
    return session.log.record(session.store, async (tx, firstSeq) => {
      await tx.run(sql`INSERT INTO break_glass (first_seq, entries) VALUES (${firstSeq}, ${fields.length})`);
      return {
        value: { fields },
        entries: fields.map(({ field }) =>
          entryOf(session, {
            action: 'break-glass',
            outcome: 'done',
            personId: person.id,
            field,
            signedBy: all,
            ...why,
          }),
        ),
      };
    });
  });
}

/** In the order of the list, whoever calls first. */
async function readContacts(store: ReadableStore, personId: PersonId): Promise<readonly SealedValueRow[]> {
  const rows = await readSealedValues(store, personId);
  return GLASS_FIELDS.flatMap((field) => rows.filter((row) => row.field === field && row.tier === 'contact'));
}

interface GlassRow {
  readonly glassId: GlassId;
  readonly at: number;
  readonly staffId: StaffId;
  readonly personId: PersonId;
  readonly fields: string;
  readonly reason: string;
  readonly ticket: string | null;
  readonly seenAt: number | null;
  readonly seenBy: StaffId | null;
  readonly seenWords: string | null;
}

const COLUMNS = `g.first_seq AS glassId, e.time AS at, e.staff_id AS staffId, e.person_id AS personId, e.reason, e.ticket,
  (SELECT group_concat(field) FROM log_entry WHERE seq >= g.first_seq AND seq < g.first_seq + g.entries) AS fields,
  s.time AS seenAt, s.staff_id AS seenBy, s.reason AS seenWords
  FROM break_glass g JOIN log_entry e ON e.seq = g.first_seq LEFT JOIN log_entry s ON s.seq = g.seen_seq`;
const selectGlass = (rest: string, limit: number): Sql => ({
  text: `SELECT ${COLUMNS} ${rest} LIMIT ?`,
  values: [limit],
});

/** Oldest of the unacknowledged first: it has waited longest. */
export async function listGlass(session: Session): Promise<RouteReply<'glass.list'>> {
  const open = await session.store.all<GlassRow>(
    selectGlass('WHERE g.seen_seq IS NULL ORDER BY g.first_seq', MAX_GLASS_OPEN),
  );
  const seen = await session.store.all<GlassRow>(
    selectGlass('WHERE g.seen_seq IS NOT NULL ORDER BY g.first_seq DESC', SEEN_LISTED),
  );
  return { open: await describeAll(session, open), seen: await describeAll(session, seen) };
}

const describeAll = (session: Session, rows: readonly GlassRow[]): Promise<GlassEvent[]> =>
  Promise.all(
    rows.map(async (row): Promise<GlassEvent> => ({
      glassId: row.glassId,
      at: row.at,
      staffName: nameOfStaff(session, row.staffId),
      personId: row.personId,
      personMask: await readNameMask(session.store, session.policy.masks, row.personId),
      fields: [...new Set(row.fields.split(','))] as FieldId[],
      words: row.reason.replace(/^emergency: /, ''),
      ticket: row.ticket,
      reader: readerOf(session, row.staffId),
      seen:
        row.seenAt === null || row.seenBy === null
          ? null
          : { at: row.seenAt, staffName: nameOfStaff(session, row.seenBy), words: row.seenWords ?? '' },
    })),
  );

/** Nobody says of their own emergency that it was all right, unless there is nobody else who could. */
function readerOf(
  { roster, header, signedIn }: Session,
  openedBy: StaffId | undefined,
): GlassEvent['reader'] {
  if (openedBy !== signedIn.staffId) return 'you';
  return membersWithSlots(roster, header).some(
    ({ role, staffId }) => role === 'supervisor' && staffId !== openedBy,
  )
    ? 'another'
    : 'you-alone';
}

/**
 * Once, and for good. Errors: `not-found` (nothing there to acknowledge), `own-emergency` (another supervisor is to), `needs-supervisor`, those of `withSlots`,
 * `log-unavailable`.
 */
export async function acknowledgeGlass(
  session: Session,
  { glassId, words, pin }: RouteRequest<'glass.acknowledge'>,
): Promise<void> {
  await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (present) => {
    requireSupervisor(present);
    await session.log.record(session.store, async (tx, firstSeq) => {
      const { changes } = await tx.run(
        sql`UPDATE break_glass SET seen_seq = ${firstSeq} WHERE first_seq = ${glassId} AND seen_seq IS NULL`,
      );
      if (changes !== 1) throw new AppError('not-found');
      const broken = await tx.get<{ personId: PersonId | null; staffId: StaffId }>(
        sql`SELECT person_id AS personId, staff_id AS staffId FROM log_entry WHERE seq = ${glassId}`,
      );
      const reader = readerOf(session, broken?.staffId);
      if (reader === 'another') throw new AppError('own-emergency');
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'glass-seen',
            outcome: 'done',
            personId: broken?.personId ?? null,
            reason: words,
            detail: { entry: glassId, alone: reader === 'you-alone' },
            signedBy: present,
          }),
        ],
      };
    });
  });
}
