/** Rows of search results, with names and plates in clear, which stay in the vault process. */
import type { PersonKind, Relation } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';

/** One person with the list columns. */
export interface PersonListRow {
  readonly id: PersonId;
  /** Id of what the search key belongs to: person, room, vehicle, or sealed value of the phone. */
  readonly ref: number;
  readonly kind: PersonKind;
  readonly name: string;
  /** Pinyin of the name, where it was entered. */
  readonly pinyin: string | null;
  readonly room_label: string | null;
  readonly relation: Relation | null;
  /**
   * First day on which they no longer live there (`YYYY-MM-DD`); null where there is none, or the query has
   * filtered by it.
   */
  readonly room_until: string | null;
  readonly phone_mask: string | null;
  readonly plate: string | null;
  /** 1 where they no longer live in the room. */
  readonly former: number;
}
