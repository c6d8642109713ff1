/** Purpose and legal basis of each line of the inventory: as an admin has stated, else as the data proposes. */
import { z } from 'zod';
import {
  BASES,
  type Basis,
  FIELDS,
  type FieldId,
  isOffered,
  PURPOSES,
  type Purpose,
  RELATIONS,
  type Relation,
} from '../../../contract/fields.ts';
import {
  INVENTORY_ITEMS,
  type InventoryItemId,
  SUBJECTS,
  type Subject,
} from '../../../contract/inventory/lists.ts';
import { GENERAL } from '../../../contract/consent/lists.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { type RulesInForce, readRulesInForce } from '../retention-rules/rules.ts';
import { type KeptWords, keptWords } from '../retention-rules/words.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { idChoiceOf } from '../id-number-rules/decision.ts';
import { type InventoryLaw, type LawItem, readInventoryLaw } from './inventory-law.ts';

/** A line, without what is counted. */
export interface Grounds extends LawItem {
  readonly item: InventoryItemId;
  /** A value of it can be recorded, as the company has decided; what was recorded before may still be there. */
  readonly taken: boolean;
  /** How long it is kept: by the rules in force, or as an admin has worded it. */
  readonly retention: KeptWords;
  /** Null where no admin has worded it. */
  readonly ownRetention: string | null;
  /** 0 while nobody has changed it. */
  readonly version: number;
  readonly changed: { readonly at: number; readonly by: StaffId } | null;
}

interface Row {
  readonly item: InventoryItemId;
  readonly purposes: string;
  readonly bases: string;
  readonly retention: string | null;
  readonly changed_at: number;
  readonly changed_by: StaffId;
  readonly version: number;
}

const purposesSchema = z.array(z.enum(PURPOSES)).max(PURPOSES.length);
const basesSchema = z
  .array(z.strictObject({ subject: z.enum(SUBJECTS), basis: z.enum(BASES).nullable() }))
  .max(SUBJECTS.length);

/** Dependencies of reading lines: the folder of the data files, for the rules of retention. */
type Reading = Pick<Session, 'lawFolder' | 'roster' | 'usualIdNumbers' | 'policy'>;

/** Every line, in the order of `INVENTORY_ITEMS`. Errors: `store-damaged` {part: 'value'} for a row that no admin could have written. */
export async function readGrounds(
  reading: Reading,
  store: ReadableStore,
  law: InventoryLaw,
): Promise<readonly Grounds[]> {
  const { switchedOn } = reading.policy;
  const rules = await readRulesInForce(reading, store, reading.lawFolder);
  const idBasis = (await idChoiceOf(reading, store)) === 'consent' ? 'consent' : null;
  const rows = await store.all<Row>(
    sql`SELECT item, purposes, bases, retention, changed_at, changed_by, version FROM inventory_line LIMIT ${INVENTORY_ITEMS.length + 1}`,
  );
  const changed = new Map(rows.map((row) => [row.item, row]));
  return INVENTORY_ITEMS.map((item) => {
    const proposed = law.items.get(item);
    if (proposed === undefined) throw new AppError('internal', { what: 'inventory' });
    const row = changed.get(item);
    const taken = item === 'idNumber' ? idBasis !== null : !isField(item) || isOffered(item, switchedOn);
    const line =
      row === undefined
        ? { item, taken, ...proposed, ...keptAs(null, proposed, rules), version: 0, changed: null }
        : { item, taken, ...proposed, ...keptAs(row.retention, proposed, rules), ...saidIn(row, proposed) };
    const follows = item === 'idNumber' || (item === 'idType' && idBasis !== null);
    return follows ? { ...line, bases: basesAs(line.bases, idBasis) } : line;
  });
}

/** ID numbers rest on consent or on nothing, as the company has decided, whatever the line says; of which paper they are rests on the same consent. */
const basesAs = (bases: Grounds['bases'], basis: Basis | null): Grounds['bases'] =>
  bases.map(({ subject }) => ({ subject, basis }));

/** An admin's own wording is the same in both languages. */
const keptAs = (own: string | null, { keptFor }: LawItem, rules: RulesInForce | null) => ({
  retention: own === null ? keptWords(rules, keptFor.follows, keptFor.besides) : { zh: own, en: own },
  ownRetention: own,
});

function saidIn(row: Row, proposed: LawItem) {
  const purposes = parse(purposesSchema, row.purposes);
  const said = new Map(parse(basesSchema, row.bases).map(({ subject, basis }) => [subject, basis]));
  return {
    purposes,
    // A group that came with a later version of the data has what that proposes; one that it has no more keeps what was said.
    bases: SUBJECTS.flatMap((subject) => {
      if (said.has(subject)) return [{ subject, basis: said.get(subject) ?? null }];
      return proposed.bases.filter((one) => one.subject === subject);
    }),
    version: row.version,
    changed: { at: row.changed_at, by: row.changed_by },
  };
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('store-damaged', { part: 'value' });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError('store-damaged', { part: 'value' });
  return parsed.data;
}

/** Whether nobody has said what it is for, or by what right towards everybody whose data it is. */
export const lacksGrounds = ({ purposes, bases }: Pick<Grounds, 'purposes' | 'bases'>): boolean =>
  purposes.length === 0 || bases.length === 0 || bases.some(({ basis }) => basis === null);

/** Legal bases that consent depends on, besides the notice. */
export interface ConsentGrounds {
  /** The basis of the general processing towards each relation. */
  readonly basisOf: ReadonlyMap<Relation, Basis>;
  readonly consenting: readonly Relation[];
  readonly sensitive: readonly { readonly field: FieldId; readonly purpose: Purpose }[];
}

/**
 * What notices name can be consented to, and nothing else: what is held of somebody counts, also where it can be recorded no more. Errors: `purpose-not-named`,
 * those of `readConsentGrounds`.
 */
export async function requireNamed(
  reading: Reading,
  store: ReadableStore,
  personId: PersonId,
  wanted: readonly Purpose[],
): Promise<void> {
  const lines = await readGrounds(reading, store, readInventoryLaw(reading.lawFolder));
  const rows = await store.all<{ readonly field: string }>(
    sql`SELECT DISTINCT field FROM sealed_value WHERE person_id = ${personId} AND replaced_at IS NULL`,
  );
  const held = new Set(rows.map(({ field }) => field));
  const named = new Set<Purpose>([
    GENERAL,
    ...lines.flatMap(({ item, taken, purposes }) => (taken || held.has(item) ? purposes : [])),
  ]);
  if (!wanted.every((purpose) => named.has(purpose))) throw new AppError('purpose-not-named');
}

/** Errors: as `readGrounds`, those of the data file. */
export async function readConsentGrounds(reading: Reading, store: ReadableStore): Promise<ConsentGrounds> {
  return consentGroundsOf(await readGrounds(reading, store, readInventoryLaw(reading.lawFolder)));
}

/** The name stands for what is held of everybody; a sensitive field asks for a consent of its own for each of its purposes. */
export function consentGroundsOf(lines: readonly Grounds[]): ConsentGrounds {
  const name = lines.find(({ item }) => item === 'name');
  const bases = new Map<Subject, Basis | null>(
    (name?.bases ?? []).map(({ subject, basis }) => [subject, basis]),
  );
  const basisOf = new Map<Relation, Basis>(
    RELATIONS.map((relation) => [relation, bases.get(relation) ?? 'consent']),
  );
  return {
    basisOf,
    consenting: RELATIONS.filter((relation) => basisOf.get(relation) === 'consent'),
    sensitive: lines.flatMap(({ item, class: its, purposes }) =>
      its === 'sensitive' && isField(item) ? purposes.map((purpose) => ({ field: item, purpose })) : [],
    ),
  };
}

const isField = (item: InventoryItemId): item is FieldId => Object.hasOwn(FIELDS, item);
