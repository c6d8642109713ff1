/** Rows as the store keeps them for search: clear names and plates, which stay in the vault. */
import type { PersonKind, Relation } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/views.ts';

/** One person with what stands beside the name in a list. */
export interface PersonListRow {
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly name: string;
  readonly room_label: string | null;
  readonly relation: Relation | null;
  readonly phone_mask: string | null;
  readonly plate: string | null;
}

export interface NameHitRow { readonly person_id: PersonId }
export interface NamedHitRow { readonly person_id: PersonId; readonly name: string }
export interface RoomHitRow { readonly person_id: PersonId; readonly label: string; readonly relation: Relation }
export interface VehicleHitRow { readonly person_id: PersonId; readonly plate: string }
export interface PhoneHitRow { readonly person_id: PersonId; readonly mask: string }
