/**
 * Staff who live here: an admin says which record is theirs, and whoever looks at it, at theirs, at those of their household or of their neighbours is noticed.
 * Which it is stands in the log, sealed; what ties somebody to a record is worked out while the log is read, and entered nowhere.
 */
import type { LogRow } from '../log/audit-log.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { allChains, isLater } from '../log/chains.ts';
import { decisionRows, readDecisions } from '../log/decisions.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Place, Tie } from './desk-act.ts';
import { readHome } from './place.ts';
import { openRecord, readRecordKey } from './sealed-record.ts';

/** An admin's statement that a member of staff is a resident. */
export interface Link {
  /** Number of the entry that says so. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly staffId: StaffId;
  /** Null from then on where it was taken back, or where the key of the store does not open it. */
  readonly personId: PersonId | null;
}

/** Query of all that was said, exported for the test of its plan. */
export const LINK_ENTRIES = decisionRows(allChains, ['staff-link'], 'ORDER BY seq');

/** Oldest first. Errors: those of `readDecisions`. */
export async function readLinks(
  { roster, keys }: Pick<Session, 'roster' | 'keys'>,
  store: ReadableStore,
): Promise<readonly Link[]> {
  const told = await readDecisions({ roster }, store, allChains, 'staff-link');
  if (told.length === 0) return [];
  const key = await readRecordKey(store);
  const links: Link[] = [];
  for (const { row, detail } of told) {
    const sealed = detail.record === null ? null : openRecord(key, 'staff-link', keys.vaultId, detail.record);
    const personId = sealed === null ? null : await followMerges(store, sealed);
    links.push({ seq: row.seq, time: row.time, staffId: detail.staff, personId });
  }
  return links;
}

/** The record of each of the staff who have one, as it was said before an entry; as it is said now without one. */
export function linksBefore(
  links: readonly Link[],
  entry: Pick<LogRow, 'seq' | 'time'> | null,
): ReadonlyMap<StaffId, PersonId> {
  const now = new Map<StaffId, PersonId>();
  for (const link of links) {
    if (entry !== null && !isLater(entry, link)) break;
    if (link.personId === null) now.delete(link.staffId);
    else now.set(link.staffId, link.personId);
  }
  return now;
}

/** One of the staff who live here. */
interface Neighbour {
  readonly staffId: StaffId;
  readonly personId: PersonId;
  readonly home: Place | null;
}

/** Relation of a member of staff to the record or, where it is nobody's, to the room that they look at; null where there is none. */
export function tieOf(
  neighbours: readonly Neighbour[],
  staffId: StaffId,
  personId: PersonId | null,
  place: Place | null,
): Tie | null {
  const own = neighbours.find((one) => one.staffId === staffId);
  if (own !== undefined && own.personId === personId) return 'ownRecord';
  const isColleague = ({ personId: theirs, home }: Neighbour): boolean =>
    personId === null ? isSame(home, place) : theirs === personId;
  const steps = own === undefined ? null : stepsBetween(own.home, place);
  // Colleagues who live together open a room that is their own.
  if (steps === 0 && personId === null) return 'ownHousehold';
  if (neighbours.some((one) => one.staffId !== staffId && isColleague(one))) return 'colleague';
  if (steps === 0) return 'ownHousehold';
  return steps === 1 ? 'ownNeighbours' : null;
}

const isSame = (one: Place | null, other: Place | null): boolean => stepsBetween(one, other) === 0;

/** How far apart two rooms of a block are in the order of numbers; null where they are of none or of two. */
const stepsBetween = (one: Place | null, other: Place | null): number | null =>
  one === null || other === null || one.block !== other.block ? null : Math.abs(one.rank - other.rank);

/** Works out ties while a stretch of the log is read: `entry` is that of the act. */
export interface Ties {
  readonly of: (
    entry: Pick<LogRow, 'seq' | 'time'>,
    staffId: StaffId,
    personId: PersonId | null,
    place: Place | null,
  ) => Promise<Tie | null>;
  /** Whether any of the staff lives here: else no home has to be looked up. */
  readonly any: boolean;
}

/** Of those who work here now: whoever has left is a resident like any other. */
export async function readTies({
  store,
  keys,
  roster,
}: Pick<Session, 'store' | 'keys' | 'roster'>): Promise<Ties> {
  const links = await readLinks({ roster, keys }, store);
  const homes = new Map<PersonId, Promise<Place | null>>();
  const homeOf = (personId: PersonId): Promise<Place | null> => {
    const home = homes.get(personId) ?? readHome(store, personId);
    homes.set(personId, home);
    return home;
  };
  return {
    any: links.length > 0,
    of: async (entry, staffId, personId, place) => {
      const present = [...linksBefore(links, entry)].filter(([id]) => roster.members.has(id));
      const neighbours = await Promise.all(
        present.map(async ([id, theirs]) => ({ staffId: id, personId: theirs, home: await homeOf(theirs) })),
      );
      return tieOf(neighbours, staffId, personId, place);
    },
  };
}
