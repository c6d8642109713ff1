/** ID numbers in a real vault: none before an admin has decided, then as they have decided; whose may not be kept stands in a work list. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { IdChoice } from '../../../contract/id-numbers/lists.ts';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import { HOLDER_QUERIES } from '../../../main/vault/id-number-rules/decision.ts';
import { explain } from '../../support/explain.ts';
import { writeSheets } from '../../support/fixture-workbooks.ts';
import { readStore } from '../../support/kills/read-store.ts';
import { draftOf, idNumberOf } from '../../support/people-drafts.ts';
import { previewOf } from '../../support/requests-of.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { makeOne, openBackupDesk } from '../../support/backup-desk.ts';
import { ENGINES } from '../../support/engines.ts';

const FILE = 'ab'.repeat(16) as FileId;
const WORDS = '按公司制度办理';
const NEW_ID = { field: 'idNumber', ordinal: 0, value: idNumberOf(9) } as const;
const [ENGINE] = ENGINES;

let desk: VaultHarness;
beforeEach(async () => {
  desk = await createHarness({ usualIdNumbers: null });
  await desk.setUpAs('supervisor');
});

async function decide(choice: IdChoice): Promise<void> {
  await desk.switchTo('admin');
  await desk.call('idNumbers.decide', { choice, words: WORDS, pin: PINS.admin });
  await desk.switchTo('supervisor');
}
const add = (n: number, changes?: Parameters<typeof draftOf>[1]) =>
  desk.codeOf('people.add', { person: draftOf(n, changes), pin: PINS.supervisor });
const proof = { pin: PINS.supervisor, why: { reason: 'correction' } } as const;
const give = (person: { readonly personId: PersonId; readonly version: number }) =>
  desk.codeOf('people.edit', { ...person, changes: { sealed: [NEW_ID] }, proof });
const open = async (personId: PersonId) => {
  const { version } = await desk.call('people.open', { personId });
  return { personId, version };
};

async function planOf(id: string) {
  const path = `${makeTempDir()}/owners.xlsx`;
  writeSheets(
    path,
    [
      {
        name: '业主',
        rows: [
          ['房号', '业主', '身份证号'],
          ['1-1-101', '李国强', id],
        ],
      },
    ],
    'xlsx',
  );
  await desk.call('import.cancel', {});
  desk.vault.offerFile(FILE, path);
  const { sheets } = await desk.call('import.open', { fileId: FILE });
  return desk.ask('import.preview', previewOf(FILE, sheets, await desk.proofOf('supervisor')));
}

describe('before an admin has decided', () => {
  it('none is entered or imported, a company has its code, and everybody is told', async () => {
    expect(await add(1)).toBe('ids-undecided');
    const { personId, version } = await desk.addPerson(draftOf(1, { sealed: [] }));
    expect(await give({ personId, version })).toBe('ids-undecided');
    expect(await planOf(idNumberOf(3))).toMatchObject({ ok: false, error: { code: 'ids-undecided' } });
    const sealed = [{ field: 'idNumber', value: '91110000600037341L' }] as const;
    const company = { kind: 'company', name: '测试物业有限公司', idType: 'company-code', sealed } as const;
    expect(await add(2, { ...company, sealed: [...sealed] })).toBe('ok');
    expect(await desk.call('idNumbers.read', {})).toMatchObject({ choice: null, chosen: null, holders: 0 });
    expect((await desk.call('firstDay.read', {})).idNumbersDecided).toBe(false);
    const decided = { choice: 'consent', words: WORDS, pin: PINS.supervisor } as const;
    expect(await desk.codeOf('idNumbers.decide', decided)).toBe('not-allowed');
  });
});

describe('once it is decided', () => {
  it('to keep them, whoever has one and does not consent is listed; the inventory rests on consent', async () => {
    await decide('consent');
    expect(await add(1)).toBe('ok');
    const { personId, version } = await desk.addPerson(draftOf(2));
    const listed = async () => (await desk.call('idNumbers.without', { after: 0 })).rows;
    expect(await listed()).toMatchObject([{ nameMask: '张**' }, { personId }]);
    await desk.call('consent.setVersion', { noticeVersion: '2026-1', pin: PINS.supervisor });
    const told = { purposes: ['identity'], agreed: true, way: 'signed', consenter: 'self' } as const;
    const { person } = await desk.call('consent.tell', {
      personId,
      version,
      ...told,
      purposes: ['identity'],
      pin: PINS.supervisor,
    });
    expect(await desk.call('idNumbers.read', {})).toMatchObject({
      choice: 'consent',
      holders: 2,
      without: 1,
    });
    await desk.call('consent.withdraw', {
      personId,
      version: person.version,
      purposes: ['identity'],
      on: '2020-01-01',
      follows: 'delete',
      pin: PINS.supervisor,
    });
    expect(await listed()).toHaveLength(2);
    const { lines } = await desk.call('inventory.read', {});
    const bases = lines.find(({ item }) => item === 'idNumber')!.bases.map(({ basis }) => basis);
    expect(new Set(bases)).toEqual(new Set(['consent']));
    expect((await desk.logged('id-numbers', 20))[0]).toMatchObject({
      detail: { choice: 'consent' },
      reason: WORDS,
    });
  });

  it('to keep none, all are listed, none is entered, imported or restored', async () => {
    await decide('consent');
    const { personId } = await desk.addPerson(draftOf(1));
    expect(await give(await open(personId))).toBe('ok');
    await decide('none');
    expect(await planOf(idNumberOf(3))).toMatchObject({ ok: false, error: { code: 'ids-not-kept' } });
    expect(await give(await open(personId))).toBe('ids-not-kept');
    const { values } = await desk.call('people.replaced', { personId });
    expect(
      await desk.codeOf('people.restore', {
        ...(await open(personId)),
        valueId: values[0]!.valueId,
        ...proof,
      }),
    ).toBe('ids-not-kept');
    expect(await desk.call('idNumbers.read', {})).toMatchObject({ choice: 'none', holders: 1, without: 1 });
    await desk.switchTo('admin');
    const again = { choice: 'none', words: WORDS, pin: PINS.admin } as const;
    expect(await desk.codeOf('idNumbers.decide', again)).toBe('bad-request');
  });
});

it('are found along their own index, never over all values', async () => {
  await desk.vault.close();
  await readStore(desk, ENGINE!.name, async (store) => {
    for (const query of [
      HOLDER_QUERIES.count,
      HOLDER_QUERIES.countWithout('consent'),
      HOLDER_QUERIES.without('none', 0, 50),
    ])
      expect((await explain(store, query)).join('\n')).toContain('sealed_value_id_number');
  });
});

it('are decided of in a restored store as today', async () => {
  const { desk: other } = await openBackupDesk({ usualIdNumbers: null, people: 0 });
  const name = await makeOne(other);
  await other.call('idNumbers.decide', { choice: 'none', words: WORDS, pin: PINS.admin });
  await other.call('backup.restore', { folderId: null, name, pin: PINS.admin, words: '导入出错' });
  await other.lock();
  await other.unlock('supervisor');
  await other.call('session.acknowledge', { words: '与管理员一起恢复', pin: PINS.supervisor });
  expect(await other.call('idNumbers.read', {})).toMatchObject({
    choice: 'none',
    chosen: { by: 'Admin One', words: WORDS },
    removed: false,
  });
});
