/**
 * The shape in which a feature states its part of the schema: its statements, and facts about each of its tables. What is left undecided does not compile;
 * what SQL has and no fact names, or the other way round, fails `npm run check` (scripts/checks/schema-facts.ts).
 */
import type { FieldId, RecordKind } from '../../../../contract/fields.ts';
import type { RouteArea } from '../../../../contract/route-names.ts';
import type { TransferField } from '../../../../contract/estate-transfer/lists.ts';
import type { Writes } from '../../../../contract/manifest.ts';
import type { InventoryItemId } from '../../../../contract/inventory/lists.ts';
import type { RecordEntity } from '../../../../contract/retention/lists.ts';

/**
 * Distribution of a table once many desks keep the same vault. Every desk has the rows that any has written of three kinds: `free`, which each changes on the line
 * or off it; `own`, of which each changes the rows that it has numbered; `coordinated`, which one changes while the others wait. `derived`: each desk makes them
 * from those. `local`: of one desk or one computer alone, never sent to another.
 */
type TableKind = 'free' | 'own' | 'coordinated' | 'derived' | 'local';

/**
 * What becomes of rows that two desks have added under one natural key, at the place of the later. `apart`: none meet, because each desk takes its own numbers;
 * should they, the first stays and the later is lost, as with `first`. `same`: the key says all that there is to say. `later`: the later stays, of changes as well.
 * `one`: they are one row, to which the number of the later leads from then on. `next`: the later takes the next number in the last column of the key.
 * `replaced`: the later is kept as a value that was replaced.
 */
export type Meeting = 'apart' | 'first' | 'same' | 'later' | 'one' | 'next' | 'replaced';

/** What a change is called that was not kept: a field (`field`: the one that the row names), a kind of record, or an area of routes by its name in the log. */
export type LostKind = FieldId | RecordKind | RouteArea;

/**
 * A free table says of each of its natural keys how rows of two desks meet: by the key's columns; none has the number of the row alone. And it says what a change
 * of it that was not kept is called; null of a part of another row, which is told itself.
 */
type Meets =
  | {
      readonly desks: 'free';
      readonly meets: Readonly<Record<Columns, Meeting>>;
      readonly lost: LostKind | 'field' | null;
    }
  | { readonly desks: Exclude<TableKind, 'free'>; readonly meets?: never; readonly lost?: never };

/**
 * Personal data of a resident in a column. `name`: a name, or its pinyin. `plate`: a plate, or a part by which it is found. `detail`: open to whoever is signed
 * in, such as a relation or a day. `mask`: the part of a sealed value that its mask leaves. `sealed`: opened by a PIN alone. `tag`: by which equal values are
 * told under a key. `words`: typed by somebody, about anything. `row`: whole rows, kept for an undo.
 */
export type PersonalClass = 'name' | 'plate' | 'detail' | 'mask' | 'sealed' | 'tag' | 'words' | 'row';

/**
 * How long rows are kept. `person`: as long as whoever they are of. A kind of record: by its own rule, once it has ended. `undo`: as long as something can be
 * undone. `register`: the company's own, by which it shows what it did. `log`: as the log itself.
 */
type KeptFor = KeptAsTheirs | 'undo' | 'register' | 'log';
type KeptAsTheirs = 'person' | RecordEntity;

/**
 * Effect of a deletion of somebody on their rows. `cascade`: they go with rows that they refer to, by a foreign key; the person's own are the first.
 * `by-number`: they go where a column names the person or somebody who was merged into them. `with-import`: all rows that an import has kept for its undo go,
 * if any of them was theirs. `stays`: why.
 */
type Erasure = 'cascade' | 'by-number' | 'with-import' | { readonly stays: string };

/** Effect of a merge of two people on the rows of the one who goes. `itself`: the row that goes. `history`: they record the past, by the number of then. */
export type Merging = 'itself' | 'moved' | 'gone' | 'derived' | 'history';

/** Part of a table that an estate transfer takes: a field that the order may name, or one that is always in the file. */
export type TransferPart = TransferField | 'name' | 'home';

/** Parts of a table that an estate transfer takes, and lines of the inventory that count it. */
export interface Shown {
  readonly transfer: 'stays' | readonly TransferPart[];
  /** Lines of the inventory that count what it holds. */
  readonly inventory: readonly InventoryItemId[];
}

/** Names of columns, with `, ` between them. */
type Columns = string;

/** Columns of a table by what they hold, each once. */
interface ColumnFacts {
  /** Nothing of a resident's, and nothing that leads to one. */
  readonly nobody?: Columns;
  /** A number of a room. */
  readonly room?: Columns;
  /** An id or a name of the staff's. */
  readonly staff?: Columns;
  /** A number of a row of another table, by column. */
  readonly rows?: Readonly<Record<string, string>>;
  /** A number of a person. */
  readonly person?: Columns;
  /** Something of a resident's, by its class. */
  readonly personal?: Personal;
}

type Personal = Readonly<Partial<Record<PersonalClass, Columns>>>;

interface CommonFacts {
  readonly desks: TableKind;
  /** Its rows, or the segments of a log, get their numbers from `ids.ts`; absent where something else tells them apart. */
  readonly numbered?: 'rows' | 'segments';
  readonly columns: ColumnFacts;
  /** Columns that mean something only together, of a free table: two desks may change two of these groups of one row. Columns in none are one group. */
  readonly groups?: readonly Columns[];
  /** What is done to its rows with no entry that tells it: a step of what was entered, a draft, an end that time brings. */
  readonly unsaid?: Writes;
  /** Columns that triggers keep: an undo does not put them back. */
  readonly maintained?: Columns;
  readonly shown: Shown;
}

/** Handling of rows that are of people. */
interface OfPeople {
  readonly kept: KeptFor;
  readonly erased: Erasure;
}

/** A table that is nobody's; what an import has kept of it goes with the rest. */
interface NobodysTable extends CommonFacts {
  readonly columns: ColumnFacts & { readonly person?: never; readonly personal?: never };
  readonly ofPeople?: OfPeople & { readonly erased: 'with-import'; readonly merged?: never };
}

/** A table that holds something of people without their numbers. */
interface PersonalTable extends CommonFacts {
  readonly columns: ColumnFacts & { readonly person?: never; readonly personal: Personal };
  readonly ofPeople: OfPeople & { readonly merged?: never };
}

/** A table whose rows name people by their numbers. */
interface PeoplesTable extends CommonFacts {
  readonly columns: ColumnFacts & { readonly person: Columns };
  readonly ofPeople: OfPeople & { readonly merged: Merging };
}

/** At least one part or line, or why there is none. */
type SeenSomewhere = Shown &
  (
    | { readonly transfer: readonly [TransferPart, ...TransferPart[]] }
    | { readonly inventory: readonly [InventoryItemId, ...InventoryItemId[]] }
    | { readonly unseen: string }
  );

/** What is kept as somebody's own is seen where the company shows what it holds, unless it is made from what is. */
type Seen =
  | { readonly ofPeople?: { readonly kept: Exclude<KeptFor, KeptAsTheirs> } }
  | { readonly desks: 'derived' }
  | { readonly ofPeople: { readonly kept: KeptAsTheirs }; readonly shown: SeenSomewhere };

/** Facts about a table. */
export type TableFacts = (NobodysTable | PersonalTable | PeoplesTable) & Meets & Seen;

/** Its rows have numbers. */
export const ROWS = { numbered: 'rows' } as const;

/** Neither a handover nor the inventory takes anything out of it. */
export const NOWHERE = { transfer: 'stays', inventory: [] } as const satisfies Shown;

/** Texts of the staff about their own work: there is no number by which they would be found, and staff are told to name no resident. */
export const STAFF_WORDS = {
  ofPeople: {
    kept: 'register',
    erased: {
      stays: 'typed by the staff about their own work; nothing in the row leads to a resident',
    },
  },
  shown: NOWHERE,
} as const;

/** The same in rows that have numbers. */
export const STAFF_REGISTER = { ...STAFF_WORDS, ...ROWS } as const;

/** By what a resident is found: each desk makes it from their rows. */
export const SEARCH_KEY = {
  desks: 'derived',
  ofPeople: { kept: 'person', erased: 'cascade', merged: 'derived' },
  shown: NOWHERE,
} as const satisfies Partial<TableFacts>;

/** Condition of a trigger that rests while what another desk wrote is applied: what the trigger did there is among it. */
export const NOT_APPLYING = 'NOT EXISTS (SELECT 1 FROM local_state WHERE applying = 1)';

/** Contribution of a feature to the store. */
export interface FeatureSchema {
  /** Tables, indexes, triggers and first rows. Times are milliseconds since 1970, days `YYYY-MM-DD`. */
  readonly statements: readonly string[];
  readonly tables: Readonly<Record<string, TableFacts>>;
}

/** The schema of a feature, as it is written. */
export const defineSchema = <const Schema extends FeatureSchema>(schema: Schema): Schema => schema;
