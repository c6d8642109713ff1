/** Handing an estate over: two order it, a day passes, one file is made that LibreOffice opens, its recipient confirms, the people are deleted here. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { HANDOVER_FIELDS } from '../../../contract/estate-transfer/lists.ts';
import { TABLES, TABLE_NAMES } from '../../../main/vault/store/tables.ts';
import { DISCLOSED_FILES } from '../../../contract/disclosures/lists.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { offerDisclosure } from '../../support/features/disclosures.ts';
import { type FakeClock, HOUR_MS, createFakeClock } from '../../support/fake-clock.ts';
import { HANDOVER_FILE, orderOf } from '../../support/features/estate-transfer.ts';
import { openInOffice } from '../../support/open-in-office.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { type Chooser, namesReadBy } from '../../support/read-tables.ts';
import { breakIn } from '../../support/sealed-values.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { holdOf } from '../../support/requests-of.ts';

vi.mock('../../../main/vault/store/engine/choose-engine.ts', async (original) =>
  (await import('../../support/read-tables.ts')).recordingEngines(await original<Chooser>()),
);

const [FEATURE_ENGINE = 'sqlcipher'] = FEATURE_ENGINE_NAMES;
const [planted] = PLANTED;
const WORDS = '业主大会决定解聘';
const WRONG = 'A1B2-C3D4-E5F6-G7H8-J9K0-M1N2';

describe('a handover', () => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;
  let held: PersonId;
  let transferId: number;
  let made: RouteReply<'estateTransfer.make'>;

  const both = async () => ({ pin: PINS.supervisor, other: await desk.proofOf('admin') });
  const order = async (changes: object = {}) => ({ ...orderOf(), ...(await both()), ...changes });
  const make = async (changes: object = {}) => ({
    transferId,
    fileId: HANDOVER_FILE,
    dueOn: dayOf(clock.now() + 30 * 24 * HOUR_MS),
    ...(await both()),
    ...changes,
  });
  const one = async () =>
    (await desk.call('estateTransfer.list', {})).transfers.find((row) => row.transferId === transferId)!;

  beforeAll(async () => {
    clock = createFakeClock();
    desk = await openDesk('supervisor', { clock });
    ({ personId } = await desk.addPerson(draftOfPlanted(planted)));
    ({ personId: held } = await desk.addPerson(draftOf(5)));
    await desk.call('retention.hold', holdOf(held, 'claim', '漏水索赔未结', PINS.supervisor));
  }, 120_000);

  it('is ordered by a supervisor and an admin together, and by nobody else', async () => {
    await desk.answers(
      'not-allowed',
      'estateTransfer.order',
      await order({ other: await desk.proofOf('receptionist') }),
    );
    await desk.answers(
      'same-person',
      'estateTransfer.order',
      await order({ other: await desk.proofOf('supervisor') }),
    );
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('estateTransfer.order', await order())).toBe('not-allowed');
    await desk.switchTo('supervisor');
    expect((await desk.call('estateTransfer.list', {})).transfers).toEqual([]);
    const { transfers } = await desk.call('estateTransfer.order', await order());
    transferId = transfers[0]!.transferId;
    expect(transfers[0]).toMatchObject({ state: 'ordered', people: 2, fields: ['phone', 'plate'] });
    expect(await desk.codeOf('estateTransfer.order', await order())).toBe('estate-transfer-waits');
  });

  it('is in the bell of everybody while it can be stopped, and makes no file for a day', async () => {
    const path = offerDisclosure(desk, 'estate-transfer');
    expect(await desk.codeOf('estateTransfer.make', await make())).toBe('estate-transfer-early');
    clock.advance(23.9 * HOUR_MS);
    await desk.switchTo('receptionist');
    expect((await desk.call('estateTransfer.waiting', {})).waiting).toBe(1);
    await desk.switchTo('supervisor');
    offerDisclosure(desk, 'estate-transfer');
    expect(await desk.codeOf('estateTransfer.make', await make())).toBe('estate-transfer-early');
    expect(existsSync(path)).toBe(false);
  });

  it('once stopped by one person gives no file, whoever asks', async () => {
    await desk.call('estateTransfer.stop', { transferId, words: '决定还没有生效', pin: PINS.supervisor });
    clock.advance(HOUR_MS);
    const path = offerDisclosure(desk, 'estate-transfer');
    expect(await desk.codeOf('estateTransfer.make', await make())).toBe('not-found');
    expect(existsSync(path)).toBe(false);
    expect(await desk.call('estateTransfer.waiting', {})).toEqual({ waiting: 0, from: null });
  });

  it('a day later is one file of the fields that were ordered, opened by LibreOffice with its password alone', async () => {
    const { transfers } = await desk.call('estateTransfer.order', await order());
    transferId = transfers[0]!.transferId;
    clock.advance(24 * HOUR_MS);
    const path = offerDisclosure(desk, 'estate-transfer');
    made = await desk.call('estateTransfer.make', await make());
    expect(path.endsWith(DISCLOSED_FILES['estate-transfer'])).toBe(true);
    const csv = openInOffice(path, made.password);
    expect(csv.split('\n')[0]).toBe('"房号","关系","姓名","联系电话"');
    expect(csv).toContain(planted.name.value);
    expect(csv).toContain(planted.sealed.phone[0].value);
    for (const value of [planted.sealed.idNumber[0].value, planted.sealed.email[0].value])
      expect(csv).not.toContain(value);
    expect(openInOffice(path, WRONG)).toBe('');
  }, 180_000);

  it('has one entry for each person, signed by both, and stands in the register of files that left the house', async () => {
    const { entries } = await desk.call('log.list', { before: null, limit: 100 });
    const given = entries.filter(({ action }) => action === 'disclose');
    expect(new Set(given.map((entry) => entry.personId))).toEqual(new Set([personId, held]));
    for (const { signed, cosignerName } of given) expect([signed, cosignerName]).toEqual([true, 'Admin One']);
    for (const value of [planted.name.value, planted.sealed.phone[0].value, made.password])
      expect(JSON.stringify(entries)).not.toContain(value);
    const { disclosures } = await desk.call('disclosures.list', {});
    expect(disclosures[0]).toMatchObject({
      disclosureId: made.disclosureId,
      kind: 'estate-transfer',
      people: 2,
    });
    expect(await one()).toMatchObject({ state: 'given', disclosureId: made.disclosureId });
    offerDisclosure(desk, 'estate-transfer');
    expect(await desk.codeOf('estateTransfer.make', await make())).toBe('not-found');
  });

  it('deletes nobody here before the recipient has confirmed, and then all but who is held', async () => {
    const erase = async () =>
      desk.ask('estateTransfer.erase', { transferId, words: WORDS, ...(await both()) });
    expect(await erase()).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await desk.call('estateTransfer.confirm', { transferId, words: '已收到盖章回执', pin: PINS.supervisor });
    expect(await erase()).toMatchObject({ ok: true, value: { people: 1, held: 1 } });
    expect(await one()).toMatchObject({ state: 'erased' });
    expect(await desk.codeOf('people.open', { personId })).toBe('not-found');
    expect(await desk.codeOf('people.open', { personId: held })).toBe('ok');
    const [erasure] = (await desk.call('retention.read', {})).erasures;
    expect(erasure).toMatchObject({ cause: 'estate-transfer', people: 1, held: 1, check: { found: 0 } });
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('is over where a kill came after the last deletion, and looks for what is left', async () => {
    const erase = async () =>
      desk.ask('estateTransfer.erase', { transferId, words: WORDS, ...(await both()) });
    const { erasureId } = await one();
    await desk.vault.close();
    const loot = await breakIn(desk, 'supervisor', { engine: FEATURE_ENGINE });
    await loot.store.transaction(async (tx) => {
      await tx.run(sql`UPDATE estate_transfer SET state = 'confirmed', erasure_id = NULL`);
      await tx.run(sql`UPDATE erasure SET checked_at = NULL`);
    });
    await loot.close();
    await desk.start();
    await desk.unlock('supervisor');
    expect(await erase()).toMatchObject({ ok: true, value: { erasureId, people: 0, held: 1 } });
    expect(await one()).toMatchObject({ state: 'erased', erasureId });
    const [erasure] = (await desk.call('retention.read', {})).erasures;
    expect(erasure).toMatchObject({ erasureId, check: { found: 0 } });
  });

  it('that nobody has carried out in a fortnight has lapsed', async () => {
    const { transfers } = await desk.call('estateTransfer.order', await order());
    transferId = transfers[0]!.transferId;
    clock.advance(15 * 24 * HOUR_MS);
    offerDisclosure(desk, 'estate-transfer');
    expect(await desk.codeOf('estateTransfer.make', await make())).toBe('estate-transfer-late');
  });

  it('takes everything that may be ordered out of the tables that say so, and of residents nothing else', async () => {
    await desk.call('estateTransfer.stop', { transferId, words: '已经过期', pin: PINS.supervisor });
    const { transfers } = await desk.call('estateTransfer.order', await order({ fields: HANDOVER_FIELDS }));
    transferId = transfers[0]!.transferId;
    clock.advance(24 * HOUR_MS);
    offerDisclosure(desk, 'estate-transfer');
    const request = await make();
    const read = await namesReadBy(() => desk.call('estateTransfer.make', request));
    // Agents and officers stand in papers of the company itself, of which a handover takes nothing and reads its own.
    const people = TABLE_NAMES.filter((table) =>
      TABLES[table].shown.inventory.some((line) => line !== 'agent' && line !== 'officer'),
    );
    expect(people.filter((table) => read.has(table))).toEqual(
      people.filter((table) => TABLES[table].shown.transfer !== 'stays'),
    );
  });
});
