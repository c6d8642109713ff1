/** What features say of their tables is what SQL makes, what the rest of the program does, and all that there is. */
import { describe, expect, it } from 'vitest';
import { HANDOVER_FIELDS } from '../../../contract/estate-transfer/lists.ts';
import { INVENTORY_ITEMS } from '../../../contract/inventory/lists.ts';
import { SEALED_TABLES } from '../../../main/vault/key-management/reseal.ts';
import { MIGRATIONS } from '../../../main/vault/store/migrations/index.ts';
import {
  type FeatureSchema,
  type Meeting,
  type TableFacts,
  defineSchema,
} from '../../../main/vault/store/schema/feature-schema.ts';
import * as features from '../../../main/vault/store/schema/index.ts';
import { TABLES, TABLE_NAMES, columnsOfClass, linksOf } from '../../../main/vault/store/tables.ts';
import { migrationFaults } from '../../../scripts/checks/migration-faults.ts';
import { schemaFaults } from '../../../scripts/checks/schema-facts.ts';

const STATEMENTS = MIGRATIONS.flatMap(({ statements }) => statements);
const PARCEL = `CREATE TABLE parcel (
  id INTEGER PRIMARY KEY, room_id INTEGER NOT NULL REFERENCES room (id), person_id INTEGER REFERENCES person (id) ON DELETE CASCADE, collector TEXT,
  staff_id TEXT NOT NULL) STRICT`;
const FACTS = {
  desks: 'free',
  lost: null,
  meets: {},
  numbered: 'rows',
  columns: {
    nobody: 'id',
    room: 'room_id',
    staff: 'staff_id',
    person: 'person_id',
    personal: { name: 'collector' },
  },
  ofPeople: { kept: 'person', erased: 'cascade', merged: 'moved' },
  shown: { transfer: 'stays', inventory: ['name'] },
} as const satisfies TableFacts;

/** Faults of a store that has parcels as well. */
const faultsOf = (
  tables: FeatureSchema['tables'],
  statements: readonly string[] = [PARCEL],
): readonly string[] =>
  schemaFaults({ ...features, deskParcelsSchema: defineSchema({ statements, tables }) }, [
    ...STATEMENTS,
    ...statements,
  ]);

describe('facts of tables', () => {
  it('are those of the store, column by column', () => {
    expect(schemaFaults(features, STATEMENTS)).toEqual([]);
    expect(faultsOf({ parcel: FACTS })).toEqual([]);
  });

  it.each<readonly [string, string, Readonly<Record<string, Meeting>>, string]>([
    [
      'nothing of a key that two desks may add to',
      'UNIQUE (room_id, collector)',
      {},
      'key room_id, collector: nobody has said what becomes of rows that two desks add under it',
    ],
    [
      'a key that is not there',
      'CHECK (id > 0)',
      { collector: 'first' },
      'key collector: there is none of these columns',
    ],
    [
      'a value that nothing replaces',
      'UNIQUE (collector)',
      { collector: 'replaced' },
      'key collector: its rows cannot meet as replaced',
    ],
  ])('are refused where they state %s', (_, constraint, meets, fault) => {
    const statement = PARCEL.replace(') STRICT', `, ${constraint}) STRICT`);
    expect(faultsOf({ parcel: { ...FACTS, meets } }, [statement])).toEqual([
      `table parcel, ${fault} (main/vault/store/schema/desk-parcels.ts)`,
    ]);
  });

  it.each<readonly [string, FeatureSchema['tables'], string]>([
    [
      'a table of which nothing is said',
      {},
      'table parcel: no file of main/vault/store/schema/ states facts about it',
    ],
    [
      'a table that is not there',
      { parcel: FACTS, shelf: { desks: 'local', columns: { nobody: 'id' }, shown: FACTS.shown } },
      'table shelf: no statement makes it (main/vault/store/schema/desk-parcels.ts)',
    ],
    [
      'a column of which nothing is said',
      { parcel: { ...FACTS, columns: { ...FACTS.columns, personal: {} } } },
      'table parcel, column collector: nobody has said whose it is (main/vault/store/schema/desk-parcels.ts)',
    ],
    [
      'a column that is not there',
      { parcel: { ...FACTS, columns: { ...FACTS.columns, nobody: 'id, weight' } } },
      'table parcel, column weight: there is none of that name (main/vault/store/schema/desk-parcels.ts)',
    ],
    [
      'a column that is two things',
      { parcel: { ...FACTS, columns: { ...FACTS.columns, nobody: 'id, collector' } } },
      'table parcel, column collector: it is said to be two things (main/vault/store/schema/desk-parcels.ts)',
    ],
    [
      'a number that leads elsewhere',
      {
        parcel: {
          ...FACTS,
          columns: { ...FACTS.columns, room: undefined as never, rows: { room_id: 'paper' } },
        },
      },
      'table parcel, column room_id: it refers to room, and is said to be rows of paper (main/vault/store/schema/desk-parcels.ts)',
    ],
    [
      "a member of staff who is nobody's",
      {
        parcel: {
          ...FACTS,
          columns: { ...FACTS.columns, staff: undefined as never, nobody: 'id, staff_id' },
        },
      },
      'table parcel, column staff_id: by its name it leads to a staff, and is said to be nobody (main/vault/store/schema/desk-parcels.ts)',
    ],
    [
      'rows that are said to stay and go',
      { parcel: { ...FACTS, ofPeople: { ...FACTS.ofPeople, erased: { stays: 'for good' } } } },
      "table parcel, rows: deletion of a person takes them, and they are said to be nobody's or to stay (main/vault/store/schema/desk-parcels.ts)",
    ],
    [
      'numbers that nobody counts',
      { parcel: { ...FACTS, numbered: undefined as never } },
      'table parcel, rows: they have numbers, and `numbered` does not say so (main/vault/store/schema/desk-parcels.ts)',
    ],
    [
      'records of a kind that are kept in two tables',
      { parcel: { ...FACTS, ofPeople: { ...FACTS.ofPeople, kept: 'lease' } } },
      'records of lease: 2 tables are kept by that rule',
    ],
  ])('are refused where they state %s', (_, tables, fault) => {
    expect(faultsOf(tables)).toContain(fault);
  });

  it('are refused where rows are said to go and stay', () => {
    const stays = PARCEL.replace(' ON DELETE CASCADE', '');
    expect(faultsOf({ parcel: FACTS }, [stays])).toEqual([
      'table parcel, rows: they are said to go with a person, and no foreign key sees to it (main/vault/store/schema/desk-parcels.ts)',
    ]);
  });

  it('name every line of the inventory, and no other', () => {
    const named = TABLE_NAMES.flatMap((table) => TABLES[table].shown.inventory);
    expect([...new Set(named)].toSorted()).toEqual([...INVENTORY_ITEMS].toSorted());
  });

  it('name every field of a handed over estate, and no other', () => {
    const given = TABLE_NAMES.flatMap((table) => {
      const { transfer } = TABLES[table].shown;
      return transfer === 'stays' ? [] : transfer;
    });
    expect([...new Set(given)].toSorted()).toEqual([...HANDOVER_FIELDS, 'home', 'name'].toSorted());
  });

  it('name every table whose values are sealed anew with their tier, and no other', () => {
    const sealed = TABLE_NAMES.filter(
      (table) =>
        columnsOfClass(table, 'sealed').length > 0 && linksOf(table).some(([, to]) => to === 'seal_batch'),
    );
    expect(sealed.toSorted()).toEqual(SEALED_TABLES.map(({ name }) => name).toSorted());
  });
});

describe('a migration behind the first schema', () => {
  const faultsOfNext = (...statements: readonly string[]): readonly string[] =>
    migrationFaults([...MIGRATIONS, { id: 20, statements }], {
      ...features,
      deskParcelsSchema: defineSchema({ statements: [PARCEL], tables: { parcel: FACTS } }),
    });

  it("adds tables, indexes and columns with constant defaults, and does as it likes with what is no other desk's", () => {
    expect(
      faultsOfNext(
        PARCEL,
        'CREATE UNIQUE INDEX parcel_room ON parcel (room_id)',
        'CREATE INDEX person_birth ON person (id)',
        `ALTER TABLE person ADD COLUMN floor TEXT NOT NULL DEFAULT 'none'`,
        'ALTER TABLE vehicle ADD COLUMN seats INTEGER',
        'UPDATE sweep_setting SET every_days = 7',
        `INSERT INTO id_counter (table_name, span, last) SELECT 'parcel', 4294967296, desk * 4294967296 FROM local_state`,
        'CREATE TRIGGER day_set AFTER UPDATE ON local_state BEGIN SELECT 1; END',
      ),
    ).toEqual([]);
  });

  it.each([
    ['UPDATE person SET name = name', 'writes rows of person'],
    [`INSERT OR IGNORE INTO trace_key (id, key) VALUES (1, x'00')`, 'writes rows of trace_key'],
    ['WITH old AS (SELECT id FROM room) DELETE FROM lease WHERE room_id IN old', 'writes rows of lease'],
    ['CREATE UNIQUE INDEX one_name ON person (name)', 'puts a constraint on person'],
    ['CREATE TRIGGER tidy AFTER INSERT ON person BEGIN SELECT 1; END', 'puts a trigger on person'],
    ['DROP TRIGGER log_entry_no_delete', 'takes something off log_entry'],
    ['DROP INDEX log_entry_person', 'takes something off log_entry'],
    [
      'ALTER TABLE person ADD COLUMN since INTEGER CHECK (since > 0)',
      'does more to person than add a column',
    ],
    [
      'ALTER TABLE person ADD COLUMN home INTEGER REFERENCES room (id)',
      'does more to person than add a column',
    ],
    ['ALTER TABLE person RENAME COLUMN name TO full_name', 'does more to person than add a column'],
    ['CREATE TABLE parcel AS SELECT id FROM person', 'fills parcel as it makes it'],
    ['PRAGMA writable_schema = ON', 'sets writable_schema'],
  ])('is refused where it says %s', (statement, fault) => {
    expect(faultsOfNext(statement).join('\n')).toContain(`migration 20: ${fault}`);
  });
});
