/** Lines, subjects and grounds of the inventory of fields. Without schemas, so that pages can read it. */
import {
  FIELDS,
  FIELD_IDS,
  type FieldId,
  RECORD_KINDS,
  RELATIONS,
  type RecordKind,
  type Relation,
  type SealedTier,
  type Tier,
} from '../fields.ts';

/**
 * What is stored of people beside fields, records and rooms, each with the tier by which it is shown: the kind of somebody's ID paper, whoever acts for somebody,
 * whoever takes over for a recipient or is appointed, and files.
 */
export const OTHER_ITEMS = {
  idType: 'open',
  agent: 'masked',
  officer: 'open',
  attachment: 'identity',
} as const satisfies Readonly<Record<string, Tier>>;
type OtherItem = keyof typeof OTHER_ITEMS;
const OTHER_IDS = Object.keys(OTHER_ITEMS) as readonly OtherItem[];

/** One line of the inventory: a field, the open details of a kind of record, those of a room, or what is stored besides. */
export type InventoryItemId = FieldId | `record-${RecordKind}` | 'room' | OtherItem;

/** Every line, derived from the fields and the kinds of records: one that is new has a line at once, and its data to be written. */
export const INVENTORY_ITEMS: readonly InventoryItemId[] = [
  ...FIELD_IDS,
  ...RECORD_KINDS.map((kind) => `record-${kind}` as const),
  'room',
  ...OTHER_IDS,
];

const isField = (item: InventoryItemId): item is FieldId => Object.hasOwn(FIELDS, item);

const isOther = (item: InventoryItemId): item is OtherItem => Object.hasOwn(OTHER_ITEMS, item);

/** The tier of a line: details of records and rooms are open. */
export const tierOfItem = (item: InventoryItemId): Tier =>
  isField(item) ? FIELDS[item].tier : isOther(item) ? OTHER_ITEMS[item] : 'open';

/** People who are named in a record of somebody else's, or in a register, and have no relation to a room. */
export const THIRD_PARTIES = ['emergency-contact', 'guardian', 'contractor', 'agent', 'officer'] as const;

/** Whose data it is: by their relation to the company, since a contract is a basis towards its parties alone (PIPL, Article 13). */
export const SUBJECTS = [...RELATIONS, ...THIRD_PARTIES] as const;
/** Somebody whose data is held, by what they are to the company. */
export type Subject = Relation | (typeof THIRD_PARTIES)[number];

/** Classes of personal information (PIPL, Article 28). */
export const CLASSES = ['general', 'sensitive'] as const;
/** Class of a line of the inventory. */
export type InventoryClass = (typeof CLASSES)[number];

/** Why it is in its class: a law or standard says so, or the product is stricter than they are. */
export const CLASS_GROUNDS = ['standard', 'choice'] as const;
/** Ground of a class. */
export type ClassGround = (typeof CLASS_GROUNDS)[number];

/** Longest wording of an admin's own of how long something is kept, in UTF-16 code units. */
export const MAX_RETENTION_WORDS = 200;

/** How the number of people stands to a limit. */
export const LIMIT_STATES = ['below', 'near', 'reached'] as const;
/** State of a limit. */
export type LimitState = (typeof LIMIT_STATES)[number];

/** Tiers that a key opens; everything else shows itself to whoever is signed in, masked or whole. */
export const isSealedTier = (tier: Tier): tier is SealedTier => tier === 'contact' || tier === 'identity';

/** Its actions, as log and papers call them. */
export const INVENTORY_ACTION_WORDS = {
  'inventory-change': ['核定信息清单', 'Inventory confirmed'],
  'inventory-print': ['输出信息清单', 'Inventory given out'],
} as const;
