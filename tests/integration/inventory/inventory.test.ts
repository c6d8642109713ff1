/** The inventory in a real vault: what is counted, who can open it, what an admin settles, and what becomes of a line without a purpose. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { INVENTORY_ITEMS, type InventoryItemId } from '../../../contract/inventory/lists.ts';
import { TABLES, TABLE_NAMES, type TableName } from '../../../main/vault/store/tables.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { type Chooser, namesReadBy } from '../../support/read-tables.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

vi.mock('../../../main/vault/store/engine/choose-engine.ts', async (original) =>
  (await import('../../support/read-tables.ts')).recordingEngines(await original<Chooser>()),
);

/** What the inventory goes by, which is no resident's. */
const OWN: ReadonlySet<TableName> = new Set(['log_entry', 'undone_entry', 'inventory_line']);

describe.each(FEATURE_ENGINE_NAMES)('the inventory on %s', (engine) => {
  let desk: VaultHarness;
  beforeAll(async () => {
    desk = await openDesk('supervisor', { engine, clock: createFakeClock() });
    for (const n of [1, 2]) await desk.addPerson(draftOf(n));
    await desk.switchTo('admin');
  });

  const read = () => desk.call('inventory.read', {});
  const lineOf = async (item: InventoryItemId) => (await read()).lines.find((line) => line.item === item)!;
  const entries = (action: string) => desk.logged(action, 200);

  it('has a line for every field and kind of record, with what is held and who can open it', async () => {
    const { lines, people, access, law } = await read();
    expect(lines.map(({ item }) => item)).toEqual([...INVENTORY_ITEMS]);
    const counts = Object.fromEntries(lines.map(({ item, count }) => [item, count]));
    expect(counts).toMatchObject({
      name: 2,
      sex: 2,
      phone: 2,
      idNumber: 2,
      remark: 2,
      plate: 2,
      email: 0,
      'record-occupancy': 2,
      'record-notice': 0,
      room: 2,
    });
    expect(people).toEqual({ held: 2, companies: 0 });
    expect(access.find(({ tier }) => tier === 'identity')).toMatchObject({
      roles: ['supervisor'],
      names: ['Super One'],
    });
    expect(access.find(({ tier }) => tier === 'contact')?.names.toSorted()).toEqual([
      'Desk One',
      'Super One',
    ]);
    expect(law.checked).toBe(false);
    expect(lines.filter(({ finding }) => finding)).toEqual([]);
  });

  it('counts anew as soon as a record has changed, by whichever route', async () => {
    await desk.switchTo('supervisor');
    expect((await lineOf('phone')).count).toBe(2);
    await desk.addPerson(draftOf(3));
    expect((await lineOf('phone')).count).toBe(3);
    await desk.switchTo('admin');
  });

  it('takes purposes and bases from an admin alone, by their PIN, from the version they have seen', async () => {
    const { version, bases } = await lineOf('phone');
    const change = {
      item: 'phone' as const,
      version,
      purposes: ['service' as const],
      bases: bases.map((one) => ({
        ...one,
        basis: one.subject === 'tenant' ? ('legal-duty' as const) : one.basis,
      })),
      retention: null,
      pin: PINS.admin,
    };
    expect(await desk.codeOf('inventory.change', { ...change, pin: 'wrong-11-words' })).toBe('wrong-pin');
    expect(await desk.codeOf('inventory.change', { ...change, bases: bases.slice(1) })).toBe('bad-request');
    await desk.call('inventory.change', change);
    expect(await lineOf('phone')).toMatchObject({
      version: 1,
      purposes: ['service'],
      bases: change.bases,
      changed: { by: 'Admin One' },
      finding: false,
    });
    expect(await desk.codeOf('inventory.change', change)).toBe('changed-meanwhile');
    expect((await entries('inventory-change'))[0]).toMatchObject({
      detail: { item: 'phone', purposes: ['service'], bases: change.bases },
    });
    await desk.switchTo('supervisor');
    expect(await desk.codeOf('inventory.change', { ...change, version: 1 })).toBe('not-allowed');
    await desk.switchTo('admin');
  });

  it('finds a line that holds values without a purpose or a basis, and opens one item for it', async () => {
    const remark = await lineOf('remark');
    const email = await lineOf('email');
    const withoutPurpose = ({ item, version, bases }: typeof remark) =>
      desk.call('inventory.change', { item, version, purposes: [], bases, retention: null, pin: PINS.admin });
    // Nothing is held of this one.
    await withoutPurpose(email);
    expect((await lineOf('email')).finding).toBe(false);
    expect(await entries('rectification-add')).toHaveLength(0);
    await withoutPurpose(remark);
    expect((await lineOf('remark')).finding).toBe(true);
    expect(await desk.call('inventory.due', {})).toMatchObject({ findings: 1, limit: null });
    expect((await entries('rectification-add'))[0]).toMatchObject({ detail: { source: 'inventory' } });
    await withoutPurpose(await lineOf('remark'));
    expect(await entries('rectification-add')).toHaveLength(1);
  });

  it('asks a relation for consent as its basis says, from the change on', async () => {
    const name = await lineOf('name');
    const rules = () => desk.call('consent.rules', {});
    expect((await rules()).consenting).toContain('tenant');
    await desk.call('inventory.change', {
      item: 'name',
      version: name.version,
      purposes: name.purposes,
      bases: name.bases.map((one) =>
        one.subject === 'tenant' ? { ...one, basis: 'contract' as const } : one,
      ),
      retention: null,
      pin: PINS.admin,
    });
    expect((await rules()).consenting).not.toContain('tenant');
  });

  it('is given out on paper with an entry', async () => {
    expect((await desk.call('inventory.give', {})).pages).toBeGreaterThan(1);
    expect((await entries('inventory-print'))[0]).toMatchObject({ detail: { to: 'printer', sha256: null } });
  });

  it('counts the rows of every table that says to be in it, and of no other', async () => {
    await desk.switchTo('supervisor');
    await desk.addPerson(draftOf(9));
    const read = await namesReadBy(() => desk.call('inventory.read', {}));
    expect(TABLE_NAMES.filter((table) => read.has(table) && !OWN.has(table))).toEqual(
      TABLE_NAMES.filter((table) => TABLES[table].shown.inventory.length > 0),
    );
  });
});
