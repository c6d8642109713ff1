/**
 * Whatever can be stored of people is named by a line of the inventory, from which notices and papers are made, and whatever a line names can be stored: column by
 * column of the schema, so that a new one with personal data is forgotten nowhere.
 */
import { expect, it } from 'vitest';
import { SEALED_FIELD_IDS } from '../../../contract/fields.ts';
import { INVENTORY_ITEMS, type InventoryItemId } from '../../../contract/inventory/lists.ts';
import type { PersonalClass } from '../../../main/vault/store/schema/feature-schema.ts';
import { TABLES, TABLE_NAMES } from '../../../main/vault/store/tables.ts';

/** Why columns are in no line: they have the value of another column again, or the staff's own work, in which nobody is to be named. */
const WITHOUT_LINE = ['another column', 'own work'] as const;
type Without = (typeof WITHOUT_LINE)[number];

/** Of each table the columns with something of people, by the lines that name them. */
const NAMED: Readonly<Record<string, Readonly<Partial<Record<InventoryItemId | Without, string>>>>> = {
  attachment: { attachment: 'name, ciphertext' },
  attachment_piece: { attachment: 'sealed' },
  company_fact: { officer: 'value' },
  counter_note: { note: 'task, outcome' },
  disclosure: { officer: 'recipient, copy_to, officer', 'own work': 'document, purpose' },
  disposal: { 'own work': 'path' },
  disposal_copy: { 'own work': 'path' },
  estate_transfer: { officer: 'recipient, officer', 'own work': 'document, purpose' },
  form_answer: { 'own work': 'words' },
  form_fill: { 'own work': 'subject, remark' },
  hold: { 'own work': 'words' },
  import_flag: { 'own work': 'sheet' },
  import_run: { 'own work': 'file_name' },
  import_said: { 'own work': 'said' },
  incident: {
    'own work':
      'title, causes, harm, measures, advice, contact, authority_how, why_not, people_how, authority_text, people_text, closed_words',
  },
  inventory_line: { 'own work': 'retention' },
  lease: { 'record-lease': 'from_date, until_date' },
  log_entry: { 'own work': 'reason, ticket, detail' },
  notice: {
    'record-notice':
      'purpose, basis, notice_version, given_on, consented_on, withdrawn_on, way, consenter, follows',
  },
  occupancy: { 'record-occupancy': 'relation, share, from_date, until_date' },
  other_system: { 'own work': 'name, vendor, contract, holder, holds, agreement' },
  paper: { 'own work': 'title, found_at, place' },
  person: {
    name: 'kind, name, pinyin',
    sex: 'sex',
    idType: 'id_type',
    'another column': 'list_room, list_relation, list_until, list_phone, list_plate',
  },
  pet: { 'record-pet': 'breed, vaccinated_on' },
  police_notice: { 'own work': 'number, authority' },
  procedure: { 'own work': 'draft, filled' },
  procedure_version: { 'own work': 'text, filled' },
  rectification: { 'own work': 'title, words, who, done_words' },
  rectification_step: { 'own work': 'words' },
  renovation: { 'record-renovation': 'deposit, from_date, until_date' },
  room_note: { note: 'ciphertext' },
  sealed_value: { phone: 'ciphertext, mask' },
  space: { 'record-space': 'car_park, code, kind, from_date, until_date' },
  subject_request: { agent: 'agent', 'another column': 'room', 'own work': 'words' },
  sweep_file: { 'own work': 'path, words' },
  sweep_folder: { 'own work': 'path' },
  sweep_run: { 'own work': 'last_path' },
  vehicle: { plate: 'plate', 'record-vehicle': 'brand, colour, kind' },
  walk_place: { 'own work': 'title, look' },
  walk_result: { 'own work': 'title, title_en, words' },
};

/** Tags are of what is sealed, and rows that an undo keeps are of tables that are here. */
const CLASSES: readonly PersonalClass[] = ['name', 'plate', 'detail', 'mask', 'sealed', 'words'];
const listOf = (columns = ''): readonly string[] => columns.split(', ').filter((column) => column !== '');
const linesOf = (table: string) => Object.entries(NAMED[table] ?? {});

it('has every column with something of people in a line, or says why in none', () => {
  for (const table of TABLE_NAMES) {
    const { columns, desks } = TABLES[table];
    const personal = columns.personal ?? {};
    // Each desk makes those from the rest.
    const stored = desks === 'derived' ? [] : CLASSES.flatMap((one) => listOf(personal[one]));
    expect(
      linesOf(table)
        .flatMap(([, of]) => listOf(of))
        .toSorted(),
      table,
    ).toEqual(stored.toSorted());
    const ofOwnWork = listOf(NAMED[table]?.['own work']);
    expect(listOf(personal.words), table).toEqual(expect.arrayContaining([...ofOwnWork]));
  }
  expect(Object.keys(NAMED).filter((table) => !TABLE_NAMES.some((one) => one === table))).toEqual([]);
});

it('counts each line by the tables that hold it, and has no line of what cannot be stored', () => {
  const isLine = (name: string): name is InventoryItemId => INVENTORY_ITEMS.some((one) => one === name);
  // Facts of a room are nobody's columns, and lead to whoever lives there.
  expect(TABLES.room.shown.inventory).toEqual(['room']);
  const named = new Set<InventoryItemId>([...SEALED_FIELD_IDS, 'room']);
  for (const table of Object.keys(NAMED) as (keyof typeof TABLES)[]) {
    const lines = linesOf(table)
      .map(([name]) => name)
      .filter(isLine);
    for (const line of lines) named.add(line);
    // Pieces are of an attachment, a counter's note of the sealed words that are counted.
    if (lines.length > 0 && table !== 'attachment_piece' && table !== 'counter_note')
      expect(TABLES[table].shown.inventory, table).toEqual(expect.arrayContaining(lines));
  }
  expect([...named].toSorted()).toEqual([...INVENTORY_ITEMS].toSorted());
});
