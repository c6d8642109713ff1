/** To whom an id leads: what each feature says of the kinds that it brings (`leads` of feature.ts). */
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { Sql } from '../store/sql.ts';

/** Somebody, or a room where it is nobody's. */
export interface LedTo {
  readonly personId: PersonId | null;
  readonly roomId: RoomId | null;
}

/** The query of those whom the row with this id is of, as `LedTo`. */
export type Lead = (id: number) => Sql;

/** By the kind of the id. */
export type Leads = Readonly<Partial<Record<string, Lead>>>;
