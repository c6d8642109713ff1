/** Rows as the store keeps them for search: clear names and plates, which stay in the vault. */
import type { PersonKind, Relation } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';

/** One person with what stands beside the name in a list. */
export interface PersonListRow {
  readonly id: PersonId;
  /** What was found by its key: the person, the room, the vehicle, the sealed value of the phone. */
  readonly ref: number;
  readonly kind: PersonKind;
  readonly name: string;
  /** How the name is read, where somebody said so. */
  readonly pinyin: string | null;
  readonly room_label: string | null;
  readonly relation: Relation | null;
  /** The day from which on they do not live there any more; null where none is set, or the query has seen to it. */
  readonly room_until: string | null;
  readonly phone_mask: string | null;
  readonly plate: string | null;
  /** 1 where the room is one that they have left. */
  readonly former: number;
}
