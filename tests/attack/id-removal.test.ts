/**
 * ID numbers of whoever gave no consent, removed by two people: nothing of them is in any decrypted page of the store, in its WAL, in words, texts or undo, nor in a backup once
 * the old ones went; a restore of an old one removes them again.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { decryptPage } from '../../main/vault/store/engine/pages.ts';
import { type BackupDeskForTest, makeOne, openBackupDesk } from '../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../support/fake-clock.ts';
import { NOTICED } from '../support/features/rectification.ts';
import { previewRows } from '../support/import-file.ts';
import { readStore } from '../support/kills/read-store.ts';
import { draftOf, idNumberOf } from '../support/people-drafts.ts';
import { offerAttachment } from '../support/pictures.ts';
import { holdOf, mergeOf, noteOf } from '../support/requests-of.ts';
import { storeFileOf, storeKeyOf, vaultAtRest } from '../support/store-tools.ts';
import { PINS } from '../support/vault-harness.ts';

const WORDS = '没有单独同意';
const PAGE = 4096;
/** Five values, one of them replaced and one hidden by a merge, with a tag each. */
const IDS = 10;
const WIDE_ID = idNumberOf(60).replaceAll(/\d/g, (digit) =>
  String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
);
const proof = { pin: PINS.supervisor, why: { reason: 'correction' } } as const;

describe.each(FEATURE_ENGINE_NAMES)('ID numbers without a consent, removed on %s', (engine) => {
  let test: BackupDeskForTest;
  let clock: FakeClock;
  /** Without a consent: with one that was replaced, by an import, and of two who were merged. */
  let bare: PersonId, merged: PersonId;
  let consenting: PersonId, held: PersonId;

  const desk = () => test.desk;
  const both = async () => ({ pin: PINS.supervisor, other: await desk().proofOf('admin') });
  const remove = async () => desk().call('retention.eraseIds', { words: WORDS, ...(await both()) });
  const standing = () => desk().call('idNumbers.read', {});
  const add = (n: number, remark = 'prefers mornings') =>
    desk().addPerson(
      draftOf(n, {
        sealed: [
          { field: 'idNumber', value: idNumberOf(n) },
          { field: 'remark', value: remark },
        ],
      }),
    );

  beforeEach(async () => {
    clock = createFakeClock();
    test = await openBackupDesk({ engine, clock, people: 0, usualIdNumbers: null });
    await desk().call('idNumbers.decide', { choice: 'consent', words: WORDS, pin: PINS.admin });
    await desk().switchTo('supervisor');
    await desk().call('consent.setVersion', { noticeVersion: '2026-1', pin: PINS.supervisor });
    const one = await add(1, `身份证 ${WIDE_ID} 已核`);
    bare = one.personId;
    const sealed = [{ field: 'idNumber', ordinal: 0, value: idNumberOf(11) }] as const;
    await desk().call('people.edit', {
      personId: bare,
      version: one.version,
      changes: { sealed: [...sealed] },
      proof,
    });
    await desk().call('notes.add', noteOf(bare, `说是 ${idNumberOf(61)}`));
    const two = await add(2);
    consenting = two.personId;
    const told = { agreed: true, way: 'signed', consenter: 'self', pin: PINS.supervisor } as const;
    await desk().call('consent.tell', {
      personId: consenting,
      version: two.version,
      purposes: ['identity'],
      ...told,
    });
    ({ personId: held } = await add(3));
    await desk().call('retention.hold', holdOf(held, 'authority', '公安机关要求保留', PINS.supervisor));
    const [four, five] = [await add(4), await add(5)];
    merged = (
      await desk().call(
        'people.merge',
        mergeOf(four, five, { pin: PINS.supervisor, why: { reason: 'correction' } }),
      )
    ).personId;
    const book = await previewRows(desk(), [
      ['房号', '业主', '身份证号'],
      ['1-1-101', '李国强', idNumberOf(70)],
    ]);
    await book.apply('other');
    const { open } = await desk().call('rectification.add', { item: NOTICED });
    const { rectificationId, version } = open[0]!;
    const file = offerAttachment(desk(), new TextEncoder().encode(`李国强 ${idNumberOf(71)}`), '名单.txt');
    await desk().call('rectification.attach', {
      rectificationId,
      version,
      side: 'before',
      fileId: file,
      showsOn: '2020-01-01',
    });
  }, 120_000);
  afterEach(() => desk().vault.close());

  /** Random bytes by which values and tags of these people would be found. */
  const tracesOf = (people: 'without' | 'kept' | 'words') =>
    readStore(desk(), engine, async (store) => {
      const whose = `person_id ${people === 'without' ? 'NOT IN' : 'IN'} (${consenting}, ${held})`;
      const rows = await store.all<{ readonly bytes: Uint8Array }>({
        text:
          people === 'words'
            ? `SELECT ciphertext AS bytes FROM sealed_value WHERE field IN ('remark', 'note') AND person_id = ${bare} UNION ALL SELECT sealed FROM attachment_piece`
            : `SELECT ciphertext AS bytes FROM sealed_value WHERE field = 'idNumber' AND ${whose}
          UNION ALL SELECT tag FROM match_tag WHERE value_id IN (SELECT id FROM sealed_value WHERE field = 'idNumber' AND ${whose})
          UNION ALL SELECT tag FROM former_tag WHERE field = 'idNumber' AND ${whose}`,
        values: [],
      });
      return rows.map(({ bytes }) => Buffer.from(bytes.subarray(0, 16)));
    });

  /** All decrypted pages of the store that is in force, one after another. The WAL is empty. */
  async function pages(): Promise<Buffer> {
    const { vaultDir, deviceSecrets } = vaultAtRest(desk());
    const path = join(vaultDir, await storeFileOf(vaultDir, deviceSecrets));
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const key = await storeKeyOf(vaultDir, deviceSecrets, 'admin', PINS.admin);
    const file = readFileSync(path);
    return Buffer.concat(
      Array.from({ length: file.length / PAGE }, (_, n) =>
        decryptPage(file.subarray(n * PAGE, (n + 1) * PAGE), n + 1, key),
      ),
    );
  }
  const foundIn = (all: Buffer, traces: readonly Buffer[]) =>
    traces.filter((trace) => all.includes(trace)).length;

  it('leave nothing in store, WAL, words, texts and undo; who consents or is held keeps theirs; none comes back unconsented', async () => {
    expect(await standing()).toMatchObject({
      holders: 5,
      without: 4,
      held: 1,
      values: 6,
      merges: 1,
      unread: 0,
      removed: false,
    });
    await desk().vault.close();
    const [ids, staying] = [await tracesOf('without'), await tracesOf('kept')];
    const going = [...ids, ...(await tracesOf('words'))];
    expect([ids.length, going.length - ids.length, staying.length]).toEqual([IDS, 3, 4]);
    expect(foundIn(await pages(), going)).toBe(going.length);
    await desk().start();
    await desk().unlock('supervisor');
    const field = { input: 'sealed-input-idNumber-0', before: '', after: idNumberOf(76) };
    const written = { form: 'edit', about: `person ${bare}`, fields: [field] };
    await desk().call('drafts.keep', { written, personId: bare });
    await desk().switchTo('supervisor');
    expect((await desk().call('drafts.read', {})).drafts).toHaveLength(1);
    const previewed = await previewRows(desk(), [
      ['房号', '业主', '身份证号'],
      ['1-1-103', '王伟', idNumberOf(74)],
    ]);
    const removal = await remove();
    expect((await desk().call('drafts.read', {})).drafts).toEqual([]);
    await previewed.apply('other');
    expect(removal).toMatchObject({ people: 3, texts: 3, held: 1 });
    expect(await standing()).toMatchObject({
      holders: 2,
      without: 1,
      held: 1,
      merges: 0,
      removed: true,
      wordsOpen: false,
    });
    const { erasures } = await desk().call('retention.read', {});
    expect(erasures[0]).toMatchObject({ cause: 'id-numbers', people: 3, check: { found: 0, walBytes: 0 } });
    expect(
      (await desk().call('people.reveal', { personId: bare, field: 'remark', ordinal: 0, ...proof })).value,
    ).toBe('身份证 *** 已核');
    expect((await desk().call('people.replaced', { personId: bare })).values).toEqual([]);
    expect(
      (
        await desk().call('people.findById', {
          idNumber: idNumberOf(1),
          supervisor: await desk().proofOf('supervisor'),
        })
      ).rows,
    ).toEqual([]);
    const { open } = await desk().call('rectification.list', {});
    const { evidence } = await desk().call('rectification.open', {
      rectificationId: open[0]!.rectificationId,
    });
    expect(evidence).toEqual([]);
    // Nobody gets one back without a consent: by a form, by a list, by the undo of an import.
    const again = {
      changes: { sealed: [{ field: 'idNumber' as const, ordinal: 0, value: idNumberOf(1) }] },
      proof,
    };
    const { version } = await desk().call('people.open', { personId: bare });
    expect(await desk().codeOf('people.edit', { personId: bare, version, ...again })).toBe(
      'id-needs-consent',
    );
    const { plan, apply } = await previewRows(desk(), [
      ['房号', '业主', '身份证号', '备注'],
      ['1-1-102', '陈东', idNumberOf(72), `证 ${idNumberOf(73)}`],
    ]);
    expect(plan.flags).toMatchObject([{ why: 'id-no-consent' }]);
    await apply('other');
    expect((await standing()).holders).toBe(2);
    const { groups } = await desk().call('people.search', { text: '1-1-102' });
    expect(await desk().reveal(groups[0]!.rows[0]!.personId, 'remark', PINS.supervisor)).toBe('证 ***');
    const typed = { field: 'remark' as const, ordinal: 0, value: `又是 ${idNumberOf(75)}` };
    await desk().call('people.edit', { personId: bare, version, changes: { sealed: [typed] }, proof });
    expect(await desk().reveal(bare, 'remark', PINS.supervisor)).toBe('又是 ***');
    const { runs } = await desk().call('import.list', { before: null });
    for (const { importId } of runs)
      await desk().call('import.undo', {
        importId,
        keepEdited: true,
        supervisor: await desk().proofOf('supervisor'),
      });
    expect((await standing()).holders).toBe(2);
    await desk().vault.close();
    const all = await pages();
    expect([foundIn(all, going), foundIn(all, staying)]).toEqual([0, staying.length]);
    await desk().start();
  }, 180_000);

  it('are in older backups alone, which are named with their day, and in none once those went; a restore removes them again', async () => {
    await desk().switchTo('admin');
    const older = await makeOne(desk());
    clock.advance(DAY_MS);
    await desk().switchTo('supervisor');
    await desk().vault.close();
    const [ids, words] = [await tracesOf('without'), await tracesOf('words')];
    await desk().start();
    await desk().unlock('supervisor');
    await remove();
    const [erasure] = (await desk().call('retention.read', {})).erasures;
    expect(erasure!.older).toMatchObject([{ name: older, where: 'backup', goneBy: expect.any(Number) }]);
    // The old one is restored: the decision and the removal are those of today.
    await desk().switchTo('admin');
    await desk().call('backup.restore', { folderId: null, name: older, pin: PINS.admin, words: '导入出错' });
    await desk().vault.close();
    expect(foundIn(await pages(), ids)).toBe(0);
    await desk().start();
    await desk().unlock('supervisor');
    await desk().call('session.acknowledge', { words: '与管理员一起恢复', pin: PINS.supervisor });
    expect(await standing()).toMatchObject({
      holders: 2,
      without: 1,
      held: 1,
      removed: true,
      wordsOpen: true,
    });
    expect((await desk().logged('id-removal', 100))[0]).toMatchObject({
      detail: { again: true, people: 3 },
      signed: true,
    });
    expect(await remove()).toMatchObject({ people: 0, texts: 3 });
    expect((await standing()).wordsOpen).toBe(false);
    // A new backup, and the old ones go.
    clock.advance(DAY_MS);
    await desk().switchTo('admin');
    const newer = await makeOne(desk());
    await desk().switchTo('supervisor');
    await desk().call('retention.destroyBackups', { words: WORDS, ...(await both()) });
    expect(readdirSync(test.folder).filter((name) => name.startsWith('RV-'))).toEqual([newer]);
    await desk().switchTo('admin');
    await desk().call('backup.restore', { folderId: null, name: newer, pin: PINS.admin, words: '再试一次' });
    await desk().vault.close();
    expect(foundIn(await pages(), [...ids, ...words])).toBe(0);
    await readStore(desk(), engine, async (store) => {
      const left = await store.all<{ readonly id: PersonId }>(
        sql`SELECT DISTINCT person_id AS id FROM sealed_value WHERE field = 'idNumber' ORDER BY 1`,
      );
      expect(left.map(({ id }) => id)).toEqual([consenting, held]);
    });
    expect(merged).not.toBe(bare);
    await desk().start();
  }, 240_000);
});
