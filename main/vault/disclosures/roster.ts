/** The roster that a street office asks for: room, name and phone of one unit, as a workbook under a password. A supervisor and an admin agree. */
import { MAX_ROSTER_PEOPLE, MAX_ROSTERS_A_DAY } from '../../../contract/disclosures/lists.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { VaultContext } from '../feature.ts';
import { bothOf } from '../key-change/dual-control.ts';
import { readSealedValues } from '../people/sealed-values.ts';
import { type Outgoing, leaveOut } from '../retention-rules/outgoing.ts';
import { sealFile } from '../sealed-files/seal-file.ts';
import type { SheetOfText } from '../sealed-files/workbook.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { withOfficer } from '../company-facts/officer.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { pdfMarkOf } from '../session/pdf-mark.ts';
import type { Session } from '../session/session.ts';
import { paperMarkOf } from '../session/trace-mark.ts';
import { type VerifiedStaff, withSlots } from '../session/with-slots.ts';
import { type Sql, sql } from '../store/sql.ts';
import { aboutSheet } from './about-sheet.ts';
import { give, requireDueOn } from './give.ts';
import { DISCLOSURE_QUERIES } from './register.ts';
import { requireRow } from '../store/rows.ts';

const DAY_MS = 86_400_000;

/** Somebody who lives in a room of the unit; in two rooms they stand there twice. */
interface Lives {
  readonly label: string;
  readonly personId: PersonId;
  readonly name: string;
}

interface Unit {
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
}

/** Queries of a roster. */
const ROSTER_QUERIES = {
  unitOf: (roomId: RoomId): Sql => sql`SELECT estate, building, unit FROM room WHERE id = ${roomId}`,
  lives: ({ estate, building, unit }: Unit, today: string): Sql =>
    sql`
    SELECT DISTINCT r.label, p.id AS personId, p.name FROM room r JOIN occupancy o ON o.room_id = r.id JOIN person p ON p.id = o.person_id
    WHERE r.estate = ${estate} AND r.building = ${building} AND r.unit = ${unit} AND (o.until_date IS NULL OR o.until_date > ${today})
    ORDER BY r.canonical, p.id LIMIT 2000`,
} as const;

/**
 * Errors: `not-found` (no such file was picked, no such room, or nobody lives in its unit), `roster-too-large` {most}, `too-many-rosters`, those of `requireDueOn`, `withSlots`, `needs-supervisor`, `not-allowed` (no admin), and `give`.
 */
export async function giveRoster(
  session: Session,
  request: RouteRequest<'disclosures.roster'>,
  { pickedFiles }: Pick<VaultContext, 'pickedFiles'>,
): Promise<RouteReply<'disclosures.roster'>> {
  const { recipient, officer, document, purpose, pin, other } = request;
  const path = pickedFiles.pathOf(request.fileId, 'disclosure');
  const dueOn = requireDueOn(session, request.dueOn);
  const own = { slotId: session.signedIn.slotId, pin };
  return withSlots(session, withOfficer([own, other], request.approver), async (present) => {
    const { supervisor } = bothOf(present);
    // Within the turn, so that two who ask at once are not both the last one.
    await requireFewRosters(session);
    const { scope, lives } = await livesIn(session, request.roomId);
    const people = [...new Set(lives.map(({ personId }) => personId))];
    const phones = await phonesOf(session, supervisor, people);
    const gift = {
      kind: 'roster',
      format: 'xlsx',
      personId: null,
      scope,
      people: people.length,
      recipient,
      asked: null,
      officer,
      document,
      purpose,
      dueOn,
      values: await leaveOut(
        session,
        people.flatMap((personId) => [
          { personId, field: 'name' } as const,
          ...(phones.has(personId) ? [{ personId, field: 'phone' } as const] : []),
        ]),
      ),
    } as const;
    const sheets = [
      rosterSheet(lives, phones),
      aboutSheet(await readCompany(session.store), gift, pdfMarkOf(await paperMarkOf(session))),
    ];
    return give(session, present, path, gift, (password) => sealFile({ of: 'workbook', sheets, password }));
  });
}

async function requireFewRosters({ store, clock }: Session): Promise<void> {
  const row = await store.get<{ readonly count: number }>(
    DISCLOSURE_QUERIES.rostersSince(clock.now() - DAY_MS),
  );
  if ((row?.count ?? 0) >= MAX_ROSTERS_A_DAY) throw new AppError('too-many-rosters');
}

/** Who lives in the unit of a room, but for records of nobody: a street office would look for them. */
async function livesIn(
  session: Session,
  roomId: RoomId,
): Promise<{ readonly scope: string; readonly lives: Outgoing<Lives> }> {
  const { store, clock } = session;
  const unit = await requireRow<Unit>(store, ROSTER_QUERIES.unitOf(roomId));
  const lives = await leaveOut(
    session,
    await store.all<Lives>(ROSTER_QUERIES.lives(unit, dayOf(clock.now()))),
  );
  const count = new Set(lives.map(({ personId }) => personId)).size;
  if (count === 0) throw new AppError('not-found');
  if (count > MAX_ROSTER_PEOPLE) throw new AppError('roster-too-large', { most: MAX_ROSTER_PEOPLE });
  const { estate, building, unit: number } = unit;
  return {
    scope: [estate, building && `${building} 栋`, number && `${number} 单元`]
      .filter((part) => part !== '')
      .join(' '),
    lives,
  };
}

/** The first phone of each who has one. */
async function phonesOf(
  session: Session,
  supervisor: VerifiedStaff,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  return withTiers(session, supervisor, ['contact'], async (keys) => {
    const phones = new Map<PersonId, string>();
    for (const personId of people) {
      const row = (await readSealedValues(session.store, personId)).find(({ field }) => field === 'phone');
      if (row !== undefined) phones.set(personId, openValue(session, keys, personId, row));
    }
    return phones;
  });
}

const rosterSheet = (lives: readonly Lives[], phones: ReadonlyMap<PersonId, string>): SheetOfText => ({
  name: '名册',
  lines: [
    ['房号', '姓名', '联系电话'],
    ...lives.map(({ label, name, personId }) => [label, name, phones.get(personId) ?? '']),
  ],
  widths: [18, 16, 18],
});
