/** One person folded from all rows that mean the same person. */
import type { IdType, PersonKind, Relation, Sex } from '../../../contract/fields.ts';
import type { FoldedCars, Given } from './compare-cars.ts';
import type { KnownPerson, Lease } from './look-up.ts';
import type { DraftValue } from './row-reading.ts';

/** A room and what somebody is to it. */
export interface Place {
  readonly canonical: string;
  readonly relation: Relation;
}

/** With the days from and until which they live there, as the first row that says so has them. */
export interface Stay extends Place {
  readonly from: string | null;
  readonly until: string | null;
  /** Of an owner, as written. */
  readonly share: string | null;
}

/** A person as the store and all rows so far have them. */
export interface FoldedPerson {
  readonly known: KnownPerson | null;
  /** Whether no row is about them: those of others name them. */
  isMention: boolean;
  readonly firstRow: number;
  readonly name: Given<string>;
  kind: PersonKind;
  pinyin: Given<string> | null;
  sex: Given<Sex> | null;
  idType: Given<IdType> | null;
  readonly values: Given<DraftValue>[];
  readonly occupancies: Given<Stay>[];
  readonly leases: Given<Lease>[];
  /** Keys of `occupancies`, once there are many. */
  places: Set<string> | null;
  /** Null as long as no row speaks of any. */
  cars: FoldedCars | null;
  /** Which valid ID number is theirs, by this workbook or by the store (`tag:` and its tag). */
  validId: string | null;
}
