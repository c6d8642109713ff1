/** Sweeps, disposals and checks of the computer, where the store has those of another desk beside them: each is this computer's alone. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { IDS_OF_A_DESK } from '../../../main/vault/store/ids.ts';
import { csvOf } from '../../support/features/sweep.ts';
import { scannersHere } from '../../support/scanners-here.ts';
import { openStoreOf, vaultAtRest } from '../../support/store-tools.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, openDesk } from '../../support/vault-harness.ts';

const OTHER = 5 * IDS_OF_A_DESK + 1;
const pin = PINS.supervisor;

it('rows of another desk are in no list, begin and stop no work, and lead to no file here', async () => {
  const home = makeTempDir();
  const documents = join(home, 'Documents');
  mkdirSync(documents);
  const [own, others] = [join(documents, '甲.csv'), join(documents, '乙.csv')];
  for (const path of [own, others]) writeFileSync(path, csvOf(8, path === own ? 1 : 2));
  const desk = await openDesk('supervisor', { scanners: scannersHere({ home, documents }) });
  await desk.call('computer.check', {});
  await desk.vault.close();
  await using store = await openStoreOf(vaultAtRest(desk), chooseEngine('auto'), PINS.admin);
  await store.transaction(async (tx) => {
    for (const text of [
      `INSERT INTO computer_check (id, checked_at, checked_by, readings) SELECT ${OTHER}, checked_at + 1000, checked_by, readings FROM computer_check`,
      `INSERT INTO sweep_run VALUES (${OTHER}, 'running', 1, 0, 1, NULL, NULL, 0, 0, 0, 0, 0, 0, 0)`,
      `INSERT INTO sweep_folder VALUES (${OTHER}, '/elsewhere')`,
      `INSERT INTO sweep_file (id, path, place, kind, device, inode, size, changed, ids, phones, people, first_at, last_at, last_run)
       VALUES (${OTHER}, '${others}', 'documents', 'csv', 0, 0, 9, 0, 8, 8, 8, 1, 1, ${OTHER})`,
      `INSERT INTO disposal VALUES (${OTHER}, 'sweep', '${others}', 0, 0, 9, 0, NULL, 1, 'a000000000000002', 'begun', NULL, 0, 0)`,
      `INSERT INTO disposal_copy VALUES (${OTHER}, ${OTHER}, '${others}', 'documents', 'copy', 0, 0, 9, 0, NULL, NULL)`,
    ])
      await tx.run({ text, values: [] });
  });
  await desk.start();
  await desk.unlock('supervisor');

  expect((await desk.call('computer.read', {})).checks).toHaveLength(1);
  expect(await desk.call('sweep.read', {})).toMatchObject({
    sweeps: [],
    folders: [],
    findings: [],
    nextAt: null,
  });
  expect(await desk.call('sweep.due', {})).toMatchObject({ open: 0, left: 0 });
  expect(await desk.call('disposals.list', {})).toEqual({ disposals: [], more: 0 });
  for (const [route, request] of [
    ['sweep.dispose', { findingId: OTHER, pin }],
    ['sweep.removeFolder', { folderId: OTHER }],
    ['disposals.check', { disposalId: OTHER }],
    ['disposals.destroy', { copyId: OTHER, pin }],
    ['sweep.pause', {}],
  ] as const)
    await desk.answers('not-found', route, request);

  await desk.call('sweep.begin', { drives: false });
  await expect.poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.endedAt).not.toBeNull();
  const { findings } = await desk.call('sweep.read', {});
  expect(findings.map(({ name }) => name)).toEqual(expect.arrayContaining(['甲.csv', '乙.csv']));
  await desk.call('sweep.dispose', {
    findingId: findings.find(({ name }) => name === '甲.csv')!.findingId,
    pin,
  });
  expect([existsSync(own), existsSync(others)]).toEqual([false, true]);
  await desk.vault.close();
  const rows = await store.all({
    text: `SELECT state FROM sweep_run WHERE id = ${OTHER} UNION ALL SELECT state FROM disposal WHERE id = ${OTHER}
      UNION ALL SELECT coalesce(decision, '-') FROM sweep_file WHERE id = ${OTHER} UNION ALL SELECT path FROM sweep_folder WHERE id = ${OTHER}`,
    values: [],
  });
  expect(rows.map((row) => Object.values(row as object)[0])).toEqual(['running', 'begun', '-', '/elsewhere']);
});
