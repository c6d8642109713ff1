/** The data of the inventory: a line for everything that is held, a basis towards everybody whose data it is, and a file that is replaced without a change of code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELD_IDS, RECORD_KINDS, RELATIONS } from '../../../contract/fields.ts';
import {
  INVENTORY_ITEMS,
  OTHER_ITEMS,
  type InventoryItemId,
  type Subject,
  THIRD_PARTIES,
} from '../../../contract/inventory/lists.ts';
import { limitsOf } from '../../../main/vault/inventory/read-inventory.ts';
import { lawFolder } from '../../../main/vault/law/read-law.ts';
import { type LawItem, readInventoryLaw } from '../../../main/vault/inventory/inventory-law.ts';
import { consentGroundsOf, lacksGrounds } from '../../../main/vault/inventory/read-grounds.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

interface File {
  version: string;
  items: Record<string, { basis: Record<string, string>; purposes: string[] }>;
  limits: unknown[];
}
const shipped = (): File => JSON.parse(readFileSync(join(lawFolder(), 'inventory.json'), 'utf8')) as File;
const replacedBy = (change: (file: File) => void) => {
  const file = shipped();
  change(file);
  const folder = makeTempDir();
  writeFileSync(join(folder, 'inventory.json'), JSON.stringify(file));
  return readInventoryLaw(folder);
};

/** Data of somebody who is named in the record of another, and of the owners alone. */
const NOT_OF_EVERY_RELATION: Readonly<Partial<Record<InventoryItemId, readonly Subject[]>>> = {
  emergency: ['emergency-contact'],
  guardian: ['guardian'],
  contractor: ['contractor'],
  contractorPhone: ['contractor'],
  foreman: ['contractor'],
  agent: ['agent'],
  officer: ['officer'],
  certificate: ['owner', 'co-owner'],
  'record-lease': ['owner', 'co-owner', 'tenant'],
  'record-renovation': ['owner', 'co-owner', 'tenant'],
};

describe('the data', () => {
  const { items } = readInventoryLaw();

  it('has a line for every field, every kind of record and the room, and for nothing else', () => {
    const others = Object.keys(OTHER_ITEMS);
    const records = RECORD_KINDS.map((kind) => `record-${kind}`);
    expect(INVENTORY_ITEMS).toEqual([...FIELD_IDS, ...records, 'room', ...others]);
    expect(Object.keys(shipped().items).toSorted()).toEqual([...INVENTORY_ITEMS].toSorted());
  });

  it.each(INVENTORY_ITEMS)('says of %s what for, how long, and by what right towards everybody', (item) => {
    const line = items.get(item)!;
    expect(lacksGrounds(line)).toBe(false);
    expect([line.keptFor.besides, ...line.keptFor.follows]).not.toEqual([null]);
    expect(line.bases.map(({ subject }) => subject)).toEqual(NOT_OF_EVERY_RELATION[item] ?? [...RELATIONS]);
  });

  it('promises no deletion at once that no rule of retention makes', () => {
    for (const { keptFor } of items.values()) expect(JSON.stringify(keptFor)).not.toMatch(/即删除|即清理/);
  });

  it('proposes a contract to owners alone', () => {
    const towards = [...items.values()].flatMap(({ bases }) => bases);
    const subjects = new Set(
      towards.flatMap(({ subject, basis }) => (basis === 'contract' ? [subject] : [])),
    );
    expect([...subjects].toSorted()).toEqual(['co-owner', 'owner']);
    expect(towards.some(({ subject }) => THIRD_PARTIES.some((one) => one === subject))).toBe(true);
  });

  it('treats an ID number as sensitive by choice, and says so', () => {
    expect(items.get('idNumber')).toMatchObject({ class: 'sensitive', ground: 'choice' });
    expect(items.get('idNumber')?.note).toContain('从严');
  });
});

describe('a data file that is replaced', () => {
  it('changes version, words and limits without a change of code', () => {
    const law = replacedBy((file) => {
      file.version = '2027-01';
      file.limits = [];
      file.items.phone!.purposes = ['notices'];
    });
    expect(law.version).toBe('2027-01');
    expect(law.limits).toEqual([]);
    expect(law.items.get('phone')?.purposes).toEqual(['notices']);
  });

  it('leaves a line without data as a finding, and a group that this version does not know out', () => {
    const law = replacedBy((file) => {
      delete file.items.phone;
      file.items.email!.basis.neighbour = 'consent';
    });
    expect(lacksGrounds(law.items.get('phone')!)).toBe(true);
    expect(law.items.get('email')?.bases.map(({ subject }) => subject)).toEqual([...RELATIONS]);
  });

  it('is refused whole where it says anything else', () => {
    expect(() =>
      replacedBy((file) => {
        (file as unknown as Record<string, unknown>).items = { phone: { class: 'secret' } };
      }),
    ).toThrow('law-unreadable');
  });
});

describe('the number of people', () => {
  const { limits } = readInventoryLaw();
  const small = limits.find(({ id }) => id === 'small')!;
  const stateAt = (people: number) => limitsOf({ limits }, people).find(({ id }) => id === 'small')?.state;

  it('is warned of on the way to a limit, and at it', () => {
    expect(stateAt(0)).toBe('below');
    expect(stateAt(small.people * small.near - 1)).toBe('below');
    expect(stateAt(small.people * small.near)).toBe('near');
    expect(stateAt(small.people - 1)).toBe('near');
    expect(stateAt(small.people)).toBe('reached');
  });
});

describe('what consent goes by', () => {
  const { items } = readInventoryLaw();
  const lines = [...items].map(([item, line]: readonly [InventoryItemId, LawItem]) => ({
    item,
    taken: true,
    ...line,
    retention: { zh: '', en: '' },
    ownRetention: null,
    version: 0,
    changed: null,
  }));

  it('asks relations that are no party to the contract, and sensitive fields for each of their purposes', () => {
    const { consenting, sensitive, basisOf } = consentGroundsOf(lines);
    expect(consenting).toEqual(
      RELATIONS.filter((relation) => relation !== 'owner' && relation !== 'co-owner'),
    );
    expect(basisOf.get('owner')).toBe('contract');
    expect(sensitive).toEqual([
      { field: 'idNumber', purpose: 'identity' },
      { field: 'bankCard', purpose: 'bank' },
      { field: 'guardian', purpose: 'minors' },
    ]);
  });

  it('asks a relation whose basis nobody has said', () => {
    const without = lines.map((line) =>
      line.item === 'name'
        ? {
            ...line,
            bases: line.bases.map((one) => (one.subject === 'owner' ? { ...one, basis: null } : one)),
          }
        : line,
    );
    expect(consentGroundsOf(without).consenting).toContain('owner');
  });
});
