/** Reads what a print shows: masks, and of one resident the values that whoever approves opens with their own keys. */
import type { PersonId } from '../../../contract/ids.ts';
import {
  type PersonKind,
  type Relation,
  type RevealableFieldId,
  belongsTo,
} from '../../../contract/fields.ts';
import { looksLikeNumber, MAX_ROSTER } from '../../../contract/print/lists.ts';
import type { Ordered } from '../../../contract/print/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Block, PdfLanguage } from '../pdf/document.ts';
import { readCountList } from '../paper-register/count-papers.ts';
import { resolveGuardian } from '../people/guardian.ts';
import { maskName, readMaskedPerson, readPersonRow } from '../people/read-person.ts';
import { leaveOutGuardians, leaveOutNamed } from '../retention-rules/outgoing.ts';
import { isInUse } from '../retention-rules/on-request.ts';
import { type Within, isRoomWithin, join, withinOf } from '../scope/scope.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import type { Session } from '../session/session.ts';
import type { VerifiedStaff } from '../session/with-slots.ts';
import { readShift } from '../staff/shift.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';
import { roomOfText } from '../scope/room-of-text.ts';
import {
  type ArrearsLine,
  type RosterRow,
  arrearsBlocks,
  blankBlocks,
  recordBlocks,
  rosterBlocks,
} from './content.ts';
import { countBlocks, shiftBlocks } from './sheets.ts';
import { readSealedValues, readVehicles } from '../people/sealed-values.ts';

type Asked<L extends Ordered['layout']> = Extract<Ordered, { readonly layout: L }>;
/** A value that is in clear on the print; `linked`: the person whom a guardian value names. */
export interface ClearValue {
  readonly field: RevealableFieldId;
  readonly linked: PersonId | null;
}

/** The content of a print, and what the log says of it. */
export interface Content {
  readonly blocks: readonly Block[];
  readonly personId: PersonId | null;
  readonly rows: number;
  /** Whom it tells of, masked or not. */
  readonly people: number;
  readonly clear: readonly ClearValue[];
}

/** Queries of prints, exported for the test of their plans. */
export const PRINT_QUERIES = {
  /** Who lives in the unit or the building of a room, as far as a scope reaches, with what lists show of them. */
  roster: (roomId: number, wholeBuilding: boolean, today: string, within: Within | null): Sql =>
    join([
      sql`
    SELECT p.id AS personId, r.label, p.kind, p.name, p.list_phone AS phoneMask, o.relation
    FROM room here CROSS JOIN room r INDEXED BY room_neighbours ON r.estate = here.estate AND r.building = here.building`,
      wholeBuilding ? '' : ' AND r.unit = here.unit',
      sql`
    JOIN occupancy o ON o.room_id = r.id AND (o.until_date IS NULL OR o.until_date > ${today})
    JOIN person p ON p.id = o.person_id
    WHERE here.id = ${roomId} AND `,
      isInUse('p.id'),
      ...(within === null ? [] : [' AND ', isRoomWithin(within, 'r')]),
      // Sorted afterwards: along the names of all rooms it would walk the whole estate.
      sql` ORDER BY +r.canonical, o.id LIMIT ${MAX_ROSTER + 1}`,
    ]),
  roomOf: (canonical: string): Sql => sql`SELECT id, label FROM room WHERE canonical = ${canonical}`,
  namesIn: (roomId: number): Sql =>
    sql`SELECT DISTINCT p.name FROM occupancy o JOIN person p ON p.id = o.person_id WHERE o.room_id = ${roomId}`,
} as const;

/**
 * Errors: `not-found` (also where no paper is kept that could be counted); `bad-request` {where: rows} where a roster is too long; `needs-supervisor` and the like of `withTiers`; `room-unknown`,
 * `posts-a-name`, `posts-a-number` of a notice; `invalid-value` {field: until}.
 */
export async function readContent(
  session: Session,
  { what, language, paper }: Pick<RouteRequest<'print.order'>, 'what' | 'language' | 'paper'>,
  approver: VerifiedStaff,
): Promise<Content> {
  switch (what.layout) {
    case 'record':
      return readRecord(session, what, language, approver);
    case 'roster':
      return readRoster(session, what, language);
    case 'arrears':
      return readArrears(session, what, language);
    case 'shift-sheet': {
      const sheet = await readShift(session);
      return ofNobody(shiftBlocks(language, sheet), sheet.reveals.length);
    }
    case 'count-sheet': {
      const papers = await readCountList(session);
      return ofNobody(
        countBlocks(
          language,
          papers.map(({ custodian, ...paper }) => ({ ...paper, custodian: custodian.name })),
        ),
        papers.length,
      );
    }
    default:
      return ofNobody(blankBlocks(language, what.layout, paper), 0);
  }
}

const ofNobody = (blocks: readonly Block[], rows: number): Content => ({
  blocks,
  personId: null,
  rows,
  people: 0,
  clear: [],
});

async function readRecord(
  session: Session,
  { personId, clear }: Asked<'record'>,
  language: PdfLanguage,
  approver: VerifiedStaff,
): Promise<Content> {
  const person = await readMaskedPerson(session, personId);
  const opened = await openClear(session, personId, clear, approver);
  const keyOf = ({ field, ordinal }: { readonly field: string; readonly ordinal: number }): string =>
    `${field}-${ordinal}`;
  const values = new Map(opened.map((one) => [keyOf(one), one]));
  const blocks = recordBlocks(language, {
    kind: person.kind,
    rooms: person.rooms,
    records: person.records,
    fields: person.fields.map((shown) => ({
      field: shown.field,
      text: values.get(keyOf(shown))?.value ?? shown.mask,
      isClear: values.has(keyOf(shown)),
    })),
  });
  return {
    blocks,
    personId,
    rows: 1,
    people: 1,
    clear: opened.map(({ field, linked }) => ({ field, linked })),
  };
}

interface Opened extends ClearValue {
  readonly ordinal: number;
  readonly value: string;
}

/** Only the tiers of what was asked for are opened. Errors: `not-found` where the record has no such value of its own. */
async function openClear(
  session: Session,
  personId: PersonId,
  clear: Asked<'record'>['clear'],
  approver: VerifiedStaff,
): Promise<readonly Opened[]> {
  if (clear.length === 0) return [];
  const person = await readPersonRow(session.store, personId);
  const vehicles = await readVehicles(session.store, personId);
  const sealed = (await readSealedValues(session.store, personId)).filter(
    ({ field }) => belongsTo(field) === null,
  );
  const asked = clear.map(({ field, ordinal }) => {
    if (field === 'name') return { field, ordinal, found: person.name };
    const found =
      field === 'plate'
        ? vehicles.find((one) => one.ordinal === ordinal)?.plate
        : sealed.find((one) => one.field === field && one.ordinal === ordinal);
    if (found === undefined) throw new AppError('not-found');
    return { field, ordinal, found };
  });
  const tiers = asked.flatMap(({ found }) => (typeof found === 'string' ? [] : [found.tier]));
  const opened = await withTiers(session, approver, tiers, (keys) =>
    Promise.all(
      asked.map(async ({ field, ordinal, found }) => {
        const value = typeof found === 'string' ? found : openValue(session, keys, personId, found);
        return { field, ordinal, ...(await resolveGuardian(session.store, field, value)) };
      }),
    ),
  );
  const outgoing = await leaveOutGuardians(session, opened);
  return outgoing.map((one): Opened => ({ ...one, linked: one.linked ?? null }));
}

async function readRoster(
  session: Session,
  { roomId, scope }: Asked<'roster'>,
  language: PdfLanguage,
): Promise<Content> {
  const living = await session.store.all<{
    readonly personId: PersonId;
    readonly label: string;
    readonly kind: PersonKind;
    readonly name: string;
    readonly phoneMask: string | null;
    readonly relation: Relation;
  }>(PRINT_QUERIES.roster(roomId, scope === 'building', dayOf(session.clock.now()), withinOf(session)));
  if (living.length > MAX_ROSTER) throw new AppError('bad-request', { where: 'rows' });
  // Records of nobody stay in: a list without them would tell whoever prints it which they are.
  const found = await leaveOutNamed(session, living);
  if (found.length === 0) throw new AppError('not-found');
  const rows = found.map(({ label, relation, phoneMask, ...person }): RosterRow => ({
    room: label,
    nameMask: maskName(session.policy.masks, person).mask,
    relation,
    phoneMask: phoneMask ?? '',
  }));
  const people = new Set(found.map(({ personId }) => personId)).size;
  return { ...ofNobody(rosterBlocks(language, rows), rows.length), people };
}

async function readArrears(
  session: Session,
  what: Asked<'arrears'>,
  language: PdfLanguage,
): Promise<Content> {
  checkDay('until', what.payBy);
  if (looksLikeNumber(what.words)) throw new AppError('posts-a-number');
  const rows: ArrearsLine[] = [];
  for (const [index, row] of what.rows.entries()) {
    if (row.from > row.until) throw new AppError('invalid-value', { field: 'until' });
    const room = await roomOf(session, row.room);
    if (room === null) throw new AppError('room-unknown', { row: index + 1 });
    if (await namesResident(session.store, room.id, what.words)) throw new AppError('posts-a-name');
    // As the vault has it: what was typed beside it does not come onto the paper.
    rows.push({ ...row, room: room.label });
  }
  return ofNobody(arrearsBlocks(language, { ...what, rows }), rows.length);
}

async function roomOf(
  { store, roomPatterns }: Session,
  text: string,
): Promise<{ readonly id: number; readonly label: string } | null> {
  const parsed = await roomOfText(store, text, roomPatterns);
  if (parsed === null) return null;
  return (
    (await store.get<{ readonly id: number; readonly label: string }>(
      PRINT_QUERIES.roomOf(parsed.canonical),
    )) ?? null
  );
}

/** Whether a text has the name of somebody who lives or lived in the room, however it is spaced. */
async function namesResident(store: ReadableStore, roomId: number, text: string): Promise<boolean> {
  const plain = (name: string): string =>
    name
      .normalize('NFKC')
      .replaceAll(/[\s·•.]/gu, '')
      .toLowerCase();
  const said = plain(text);
  if (said === '') return false;
  const names = await store.all<{ readonly name: string }>(PRINT_QUERIES.namesIn(roomId));
  return names.some(({ name }) => plain(name) !== '' && said.includes(plain(name)));
}
