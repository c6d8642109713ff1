/** Acts of staff at the desk, as the log records them, to the extent that limits and alerts depend on them. */
import type { PersonId, RoomId, StaffId } from '../../../contract/ids.ts';
import type { AlertKind } from '../../../contract/limits/lists.ts';

/** Where a room stands: rooms of one block (estate, building and unit) have ranks in the order of their numbers. */
export interface Place {
  readonly roomId: RoomId;
  readonly block: string;
  readonly rank: number;
}

/** Relation between a member of staff and the person whose record they look at, where the member lives here. */
export type Tie = 'ownRecord' | 'ownHousehold' | 'ownNeighbours' | 'colleague';

interface Act {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly staffId: StaffId;
}

export type DeskAct = Act &
  /** `found`: whether it found anybody. */
  (
    | { readonly act: 'search'; readonly byNumber: boolean; readonly found: boolean }
    /** A record, or a room with everybody in it: then nobody's. */
    | {
        readonly act: 'open';
        readonly personId: PersonId | null;
        readonly place: Place | null;
        readonly tie?: Tie | null;
      }
    | {
        readonly act: 'verify';
        readonly personId: PersonId;
        readonly wrong: boolean;
        readonly tie?: Tie | null;
      }
    | { readonly act: 'reveal'; readonly personId: PersonId; readonly tie?: Tie | null }
    /** Something else was done with the record: a note, a change. */
    | { readonly act: 'work'; readonly personId: PersonId }
    /** A change of a record or a room, after which it was shown: an opening, unless it had been opened for that. */
    | { readonly act: 'changed'; readonly personId: PersonId | null; readonly place: Place | null }
    /** A resident's record was said to be one of the staff's, and shown by its mask; the log does not say whose. */
    | { readonly act: 'linked' }
    /** They asked for a record of another desk and were refused; `whom` distinguishes it from another. */
    | { readonly act: 'refused'; readonly whom: string }
    /** A workbook's rows were compared with the records, or what undoing an import would do was looked at: so many residents were recognised or listed. */
    | { readonly act: 'preview'; readonly recognised: number }
    | { readonly act: 'import' }
    /** A shift begins. */
    | { readonly act: 'begin' }
    /** A supervisor lets them go on. */
    | { readonly act: 'lift' }
    /** It was raised before, and entered. */
    | { readonly act: 'alert'; readonly kind: AlertKind; readonly about: string }
  );
