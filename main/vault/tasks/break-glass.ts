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
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import { readDetail } from '../log/detail.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { readNameMask, readPersonRow, readSealedValues } from '../residents/read-person.ts';
import type { SealedValueRow } from '../residents/read-person.ts';
import type { Session } from '../session/session.ts';
import { entryOf, nameOfStaff } from '../session/session.ts';
import { describeWhy } from '../session/why.ts';
import { requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
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
    return session.log.record(session.store, async () => ({
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
    }));
  });
}

/** In the order of the list, whoever calls first. */
async function readContacts(store: ReadableStore, personId: PersonId): Promise<readonly SealedValueRow[]> {
  const rows = await readSealedValues(store, personId);
  return GLASS_FIELDS.flatMap((field) => rows.filter((row) => row.field === field && row.tier === 'contact'));
}

interface GlassEntry {
  readonly seq: number;
  readonly time: number;
  readonly action: 'break-glass' | 'glass-seen';
  readonly staffId: StaffId;
  readonly personId: PersonId | null;
  readonly field: string | null;
  readonly reason: string | null;
  readonly ticket: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/** Query of all that the log has of emergencies, exported for the test of its plan. */
export const GLASS_ENTRIES = sql`
  SELECT seq, time, action, staff_id AS staffId, person_id AS personId, field, reason, ticket, outcome, detail FROM log_entry
  WHERE action IN ('break-glass', 'glass-seen') ORDER BY seq`;

/** One emergency: its first entry, the fields of all of them, and the entry by which it was acknowledged. */
interface Emergency {
  readonly first: GlassEntry;
  readonly fields: readonly string[];
  readonly seen: GlassEntry | null;
}

/**
 * Oldest first. They are read from the log, whose entries hang together: a row beside it could be taken away, or be marked as acknowledged,
 * by whoever has the store key.
 */
async function readEmergencies(store: ReadableStore): Promise<readonly Emergency[]> {
  const entries = await store.all<GlassEntry>(GLASS_ENTRIES);
  const seen = new Map(
    entries.flatMap((entry) => {
      const acknowledged = acknowledgedBy(entry);
      return acknowledged === null ? [] : [[acknowledged, entry] as const];
    }),
  );
  const emergencies: { readonly first: GlassEntry; last: GlassEntry; readonly fields: string[] }[] = [];
  for (const entry of entries.filter(({ action }) => action === 'break-glass')) {
    const before = emergencies.at(-1);
    if (before !== undefined && isOfOne(before.last, entry)) before.last = entry;
    else emergencies.push({ first: entry, last: entry, fields: [] });
    if (entry.field !== null) emergencies.at(-1)?.fields.push(entry.field);
  }
  return emergencies.map(({ first, fields }) => ({ first, fields, seen: seen.get(first.seq) ?? null }));
}

/** The number of the emergency that an entry acknowledges; null for another entry, and for one that cannot be read. */
function acknowledgedBy(entry: GlassEntry): number | null {
  if (entry.action !== 'glass-seen') return null;
  const detail = readDetail({ ...entry, action: entry.action });
  return detail === UNREADABLE ? null : detail.entry;
}

/** The entries of one emergency are written at once, one behind the other. */
const isOfOne = (last: GlassEntry, next: GlassEntry): boolean =>
  next.seq === last.seq + 1 &&
  next.time === last.time &&
  next.staffId === last.staffId &&
  next.personId === last.personId;

/** Oldest of the unacknowledged first: it has waited longest. */
export async function listGlass(session: Session): Promise<RouteReply<'glass.list'>> {
  const all = await readEmergencies(session.store);
  const open = all.filter(({ seen }) => seen === null).slice(0, MAX_GLASS_OPEN);
  const seen = all.filter((one) => one.seen !== null).slice(-SEEN_LISTED);
  return { open: await describeAll(session, open), seen: await describeAll(session, seen.toReversed()) };
}

const describeAll = (session: Session, emergencies: readonly Emergency[]): Promise<GlassEvent[]> =>
  Promise.all(
    emergencies.map(async ({ first, fields, seen }): Promise<GlassEvent> => ({
      glassId: first.seq as GlassId,
      at: first.time,
      staffName: nameOfStaff(session, first.staffId),
      personId: first.personId as PersonId,
      personMask: await readNameMask(session.store, session.policy.masks, first.personId as PersonId),
      fields: [...new Set(fields)] as FieldId[],
      words: (first.reason ?? '').replace(/^emergency: /, ''),
      ticket: first.ticket,
      reader: readerOf(session, first.staffId),
      seen:
        seen === null
          ? null
          : { at: seen.time, staffName: nameOfStaff(session, seen.staffId), words: seen.reason ?? '' },
    })),
  );

/** Nobody says of their own emergency that it was all right, unless there is nobody else who could. */
function readerOf({ roster, header, signedIn }: Session, openedBy: StaffId): GlassEvent['reader'] {
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
    await session.log.record(session.store, async (tx) => {
      const broken = (await readEmergencies(tx)).find(
        ({ first, seen }) => first.seq === glassId && seen === null,
      );
      if (broken === undefined) throw new AppError('not-found');
      const reader = readerOf(session, broken.first.staffId);
      if (reader === 'another') throw new AppError('own-emergency');
      return {
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'glass-seen',
            outcome: 'done',
            personId: broken.first.personId,
            reason: words,
            detail: { entry: glassId, alone: reader === 'you-alone' },
            signedBy: present,
          }),
        ],
      };
    });
  });
}
