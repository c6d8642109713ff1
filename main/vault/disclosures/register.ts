/** The register of files that left the house, as it stands. */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import {
  type DisclosureEnd,
  type DisclosureFormat,
  type DisclosureKind,
  type DisclosureState,
  MAX_DISCLOSURES_LISTED,
} from '../../../contract/disclosures/lists.ts';
import type {
  DisclosureDue,
  DisclosureRegister,
  DisclosureView,
} from '../../../contract/disclosures/routes.ts';
import type { RequestAsker } from '../../../contract/requests/lists.ts';
import { dayOf } from '../clock.ts';
import { readNameMask } from '../people/read-person.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { type Sql, sql, startingWith } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { daysBetween } from '../values/days.ts';
import { asSeen, requireRow } from '../store/rows.ts';

/** A file as the store has it. */
export interface DisclosureRow {
  readonly disclosureId: number;
  readonly version: number;
  readonly kind: DisclosureKind;
  readonly format: DisclosureFormat;
  readonly personId: PersonId | null;
  readonly scope: string;
  readonly people: number;
  readonly recipient: string;
  readonly copyTo: RequestAsker | null;
  readonly officer: string;
  readonly document: string;
  readonly purpose: string;
  readonly madeAt: number;
  readonly madeBy: StaffId;
  readonly madeWith: StaffId | null;
  readonly dueOn: string | null;
  readonly state: DisclosureState;
  readonly recalledAt: number | null;
  readonly endedAt: number | null;
  readonly endedBy: StaffId | null;
  readonly endedHow: DisclosureEnd | null;
  readonly sha256: string;
}

const rows =
  startingWith(`SELECT id AS disclosureId, version, kind, format, person_id AS personId, scope, people, recipient, copy_to AS copyTo, officer, document,
    purpose, made_at AS madeAt, made_by AS madeBy, made_with AS madeWith, due_on AS dueOn, state, recalled_at AS recalledAt, ended_at AS endedAt,
    ended_by AS endedBy, ended_how AS endedHow, sha256 FROM disclosure`);
const IS_OUT = `due_on IS NOT NULL AND state IN ('writing', 'given', 'recalled')`;

/** Queries of the register. What has a day and is still out is listed whatever its age. */
export const DISCLOSURE_QUERIES = {
  out: rows(`WHERE ${IS_OUT} ORDER BY due_on LIMIT ?`, MAX_DISCLOSURES_LISTED),
  newest: rows('ORDER BY made_at DESC LIMIT ?', MAX_DISCLOSURES_LISTED + 1),
  one: (disclosureId: number): Sql => rows('WHERE id = ?', disclosureId),
  due: (today: string): Sql => sql`
    SELECT COUNT(*) FILTER (WHERE due_on < ${today}) AS overdue, MIN(due_on) FILTER (WHERE due_on >= ${today}) AS next
    FROM disclosure WHERE due_on IS NOT NULL AND state IN ('writing', 'given', 'recalled')`,
  rostersSince: (since: number): Sql => sql`
    SELECT COUNT(*) AS count FROM disclosure WHERE made_at > ${since} AND kind = 'roster'`,
} as const;

/** The register: files that are still out, by their day, then the others, the newest first. */
export async function readRegister(session: Session, store: ReadableStore): Promise<DisclosureRegister> {
  const out = await store.all<DisclosureRow>(DISCLOSURE_QUERIES.out);
  const newest = await store.all<DisclosureRow>(DISCLOSURE_QUERIES.newest);
  const known = new Set(out.map(({ disclosureId }) => disclosureId));
  const all = [...out, ...newest.filter(({ disclosureId }) => !known.has(disclosureId))];
  const viewOf = viewer(session, store);
  return {
    disclosures: await Promise.all(all.slice(0, MAX_DISCLOSURES_LISTED).map(viewOf)),
    more: all.length > MAX_DISCLOSURES_LISTED,
  };
}

/** How many recipients should have deleted theirs by now, and the next day on which one should. */
export async function readDue({ store, clock }: Session): Promise<DisclosureDue> {
  const due = await store.get<DisclosureDue>(DISCLOSURE_QUERIES.due(dayOf(clock.now())));
  return due ?? { overdue: 0, next: null };
}

/** Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
export const requireDisclosure = async (
  store: ReadableStore,
  { disclosureId, version }: { readonly disclosureId: number; readonly version?: number },
): Promise<DisclosureRow> =>
  asSeen(await requireRow<DisclosureRow>(store, DISCLOSURE_QUERIES.one(disclosureId)), version);

/** Reference to a disclosure in an entry of the log. */
export const logReference = ({ disclosureId, kind }: Pick<DisclosureRow, 'disclosureId' | 'kind'>) => ({
  disclosure: disclosureId,
  kind,
});

function viewer(session: Session, store: ReadableStore): (row: DisclosureRow) => Promise<DisclosureView> {
  const today = dayOf(session.clock.now());
  const name = (staffId: StaffId): string => nameOfStaff(session, staffId);
  return async (row) => ({
    disclosureId: row.disclosureId,
    version: row.version,
    kind: row.kind,
    format: row.format,
    personMask: row.personId === null ? null : await readNameMask(store, session.policy.masks, row.personId),
    scope: row.scope,
    people: row.people,
    recipient: row.recipient,
    to: row.copyTo,
    officer: row.officer,
    document: row.document,
    purpose: row.purpose,
    made: {
      at: row.madeAt,
      by: name(row.madeBy),
      with: row.madeWith === null ? null : name(row.madeWith),
    },
    dueOn: row.dueOn,
    daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn),
    state: row.state,
    recalledAt: row.recalledAt,
    ended:
      row.endedAt === null || row.endedBy === null || row.endedHow === null
        ? null
        : { at: row.endedAt, by: name(row.endedBy), how: row.endedHow },
    sha256: row.sha256,
  });
}
