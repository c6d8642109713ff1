/**
 * SIGKILL at random moments of edits, of an import, of its undo and of a change of policy. Afterwards the store opens without an alarm, every acknowledged
 * change is there, and what is one step is there as a whole or not at all. The phase of each kill is recorded.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileId } from '../../contract/views.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { Sql } from '../../main/vault/store/sql.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { ChildVault } from '../support/child-vault.ts';
import { writeWorkbook } from '../support/fixture-workbooks.ts';
import { createKillRecord, createSpread, KILLS, killsTimeout, sleep } from '../support/kill-phases.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { proposedMapping } from '../support/proposed-mapping.ts';
import type { VaultHarness } from '../support/vault-harness.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';

const ROWS = 3000;
const FILE_ID = 'f'.repeat(32) as FileId;
const { record, write } = createKillRecord();

afterAll(write);

describe.each(ENGINE_NAMES)('kill on %s', (engine) => {
  it(`loses no acknowledged edit in ${KILLS} kills`, { timeout: killsTimeout(ROWS) }, async () => {
    const desk = await createHarness({ engine });
    await desk.setUp();
    const supervisor = await desk.proofOf('supervisor');
    const spread = createSpread(11);
    const acknowledged: number[] = [];
    let next = 0;
    await desk.vault.close();
    for (let kill = 0; kill < KILLS; kill++) {
      let phase = 'idle';
      const child = await ChildVault.start({
        vaultDir: desk.vaultDir,
        keychain: desk.keychain,
        engine,
        onMessage: (message) => {
          if (message.type === 'write-anchor') phase = 'committed, anchor being written';
          if (message.type === 'reply') phase = 'acknowledged';
        },
      });
      await child.call('session.unlock', supervisor);
      const editing = (async () => {
        for (;;) {
          const n = next++;
          phase = 'asked';
          const result = await child.ask('people.add', { person: draftOf(n), pin: PINS.supervisor });
          if (result.ok) acknowledged.push(n);
        }
      })();
      await sleep(spread(900));
      record('edit', phase);
      await child.kill();
      void editing;
    }
    await expectSound(desk);
    for (const n of acknowledged)
      expect(
        (await desk.call('people.search', { text: phoneOf(n) })).groups.flatMap((group) => group.rows).length,
        phoneOf(n),
      ).toBeGreaterThan(0);
    expect(acknowledged.length).toBeGreaterThan(0);
    await desk.dispose();
  });

  it(`leaves all or nothing of an import in ${KILLS} kills`, { timeout: killsTimeout(ROWS) }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'resident-vault-import-'));
    const workbook = join(folder, 'owners.csv');
    await writeWorkbook(workbook, { residents: ROWS, format: 'csv-utf8' });
    const desk = await createHarness({ engine });
    await desk.setUp();
    let supervisor = await desk.proofOf('supervisor');
    const spread = createSpread(23);
    let whole = 0;
    await desk.vault.close();
    for (let kill = 0; kill < KILLS; kill++) {
      let phase = 'asked';
      let writingSince = 0;
      const child = await ChildVault.start({
        vaultDir: desk.vaultDir,
        keychain: desk.keychain,
        engine,
        onMessage: (message) => {
          if (message.type === 'event' && message.event === 'import.progress')
            phase = (message.payload as { phase: string }).phase;
          if (message.type === 'write-anchor') phase = 'committed, anchor being written';
          if (phase === 'writing' && writingSince === 0) writingSince = performance.now();
        },
      });
      await child.call('session.unlock', supervisor);
      child.offerFile(FILE_ID, workbook);
      const { sheets } = await child.call('import.open', { fileId: FILE_ID });
      const plan = await child.call('import.preview', {
        fileId: FILE_ID,
        sheets: proposedMapping(sheets),
        supervisor,
      });
      phase = 'asked';
      let acknowledged = false;
      void child
        .ask('import.apply', { planId: plan.planId, answers: { rest: 'leave-out', rows: [] }, supervisor })
        .then((result) => {
          acknowledged = result.ok;
          phase = 'acknowledged';
        });
      await sleep(spread(2200));
      record('import', phase);
      await child.kill();
      const people = await countPeople(desk);
      expect([0, ROWS], `after a kill in ${phase}`).toContain(people);
      if (acknowledged) expect(people).toBe(ROWS);
      if (people === ROWS) {
        whole++;
        supervisor = await renew(desk);
      }
    }
    expect(whole).toBeLessThan(KILLS);
    await desk.dispose();
    await rm(folder, { recursive: true });
  });
});

describe.each(ENGINE_NAMES)('kill of an undo on %s', (engine) => {
  it(`leaves all or nothing of it in ${KILLS} kills`, { timeout: killsTimeout(ROWS) }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'resident-vault-undo-'));
    const workbook = join(folder, 'owners.csv');
    await writeWorkbook(workbook, { residents: ROWS, format: 'csv-utf8' });
    const desk = await createHarness({ engine });
    await desk.setUp();
    const supervisor = await desk.proofOf('supervisor');
    const spread = createSpread(37);
    let importId = 0;
    let imports = 0;
    let undone = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      if (importId === 0) {
        await desk.lock();
        await desk.unlock('supervisor');
        importId = await importWhole(desk, workbook);
        imports++;
      }
      await desk.vault.close();
      let phase = 'asked';
      const child = await ChildVault.start({
        vaultDir: desk.vaultDir,
        keychain: desk.keychain,
        engine,
        onMessage: (message) => {
          if (message.type === 'event' && message.event === 'import.progress')
            phase = (message.payload as { phase: string }).phase;
          if (message.type === 'write-anchor' && phase === 'undoing')
            phase = 'committed, anchor being written';
        },
      });
      await child.call('session.unlock', supervisor);
      let acknowledged = false;
      void child.ask('import.undo', { importId, keepEdited: true, supervisor }).then((result) => {
        acknowledged = result.ok;
        phase = 'acknowledged';
      });
      await sleep(spread(1200));
      record('undo', phase);
      await child.kill();
      await expectSound(desk);
      const { runs } = await desk.call('import.list', { before: null });
      const isUndone = runs[0]?.undoneAt !== null;
      const found = (await desk.call('people.search', { text: '14' })).groups.length > 0;
      expect(found, `after a kill in ${phase}`).toBe(!isUndone);
      if (acknowledged) expect(isUndone).toBe(true);
      if (isUndone) {
        undone++;
        importId = 0;
      } else
        expect(await desk.call('import.checkUndo', { importId })).toMatchObject({ created: ROWS, edited: 0 });
    }
    expect(undone).toBeLessThan(KILLS);
    expect(imports).toBeGreaterThan(0);
    await desk.dispose();
    await rm(folder, { recursive: true });
  });
});

describe.each(ENGINE_NAMES)('kill of a merge and of its undo on %s', (engine) => {
  it(
    `leaves one person or two in ${KILLS} kills, with all that is theirs`,
    { timeout: killsTimeout(ROWS) },
    async () => {
      const desk = await createHarness({ engine });
      await desk.setUp();
      await desk.unlock('supervisor');
      const supervisor = await desk.proofOf('supervisor');
      const add = (n: number) =>
        desk.call('people.add', {
          person: draftOf(n, { plates: [`桂M1234${n}`], sealed: [{ field: 'phone', value: phoneOf(n) }] }),
          pin: PINS.supervisor,
        });
      const [{ personId }, { personId: otherId }] = [await add(1), await add(2)];
      const proof = { pin: PINS.supervisor, why: { reason: 'correction' } } as const;
      const spread = createSpread(53);
      let merged = false;
      let made = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        await desk.vault.close();
        let phase = 'asked';
        const child = await ChildVault.start({
          vaultDir: desk.vaultDir,
          keychain: desk.keychain,
          engine,
          onMessage: (message) => {
            if (message.type === 'write-anchor' && phase === 'asked')
              phase = 'PIN counted or committed, anchor being written';
          },
        });
        await child.call('session.unlock', supervisor);
        const { version } = await child.call('people.open', { personId });
        const asking = merged
          ? child.ask('people.undoMerge', {
              personId,
              version,
              mergeId: (await child.call('people.merges', { personId })).merges[0]!.mergeId,
              keepEdited: true,
              ...proof,
            })
          : child.ask('people.merge', {
              personId,
              version,
              other: {
                personId: otherId,
                version: (await child.call('people.open', { personId: otherId })).version,
              },
              idsMayDiffer: false,
              ...proof,
            });
        let acknowledged = false;
        void asking.then((result) => {
          acknowledged = result.ok;
          phase = 'acknowledged';
        });
        await sleep(spread(700));
        record(merged ? 'merge undone' : 'merge', phase);
        await child.kill();
        await expectSound(desk);
        const isMerged = (await desk.codeOf('people.open', { personId: otherId })) === 'not-found';
        if (acknowledged) expect(isMerged).toBe(!merged);
        const phonesOf = async (id: typeof personId): Promise<readonly string[]> =>
          (await desk.call('people.openFull', { personId: id, why: { reason: 'repair' }, supervisor })).fields
            .filter(({ field }) => field === 'phone')
            .map(({ value }) => value);
        expect(await phonesOf(personId), `after a kill in ${phase}`).toEqual(
          isMerged ? [phoneOf(1), phoneOf(2)] : [phoneOf(1)],
        );
        if (!isMerged) expect(await phonesOf(otherId)).toEqual([phoneOf(2)]);
        for (const text of [phoneOf(2), '桂M12342']) {
          const found = (await desk.call('people.search', { text })).groups.flatMap(({ rows }) =>
            rows.map((row) => row.personId),
          );
          expect([...new Set(found)], `after a kill in ${phase}`).toEqual([isMerged ? personId : otherId]);
        }
        if (isMerged !== merged) made++;
        merged = isMerged;
      }
      expect(made).toBeGreaterThan(0);
      expect(made).toBeLessThan(KILLS);
      await desk.dispose();
    },
  );
});

type Level = 'usual' | 'last-four';

describe.each(ENGINE_NAMES)('kill of a change of policy on %s', (engine) => {
  it(
    `leaves all or nothing of it in ${KILLS} kills, whether masks are made stricter or are to show more`,
    { timeout: killsTimeout(ROWS) },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'resident-vault-policy-'));
      const workbook = join(folder, 'owners.csv');
      await writeWorkbook(workbook, { residents: ROWS, format: 'csv-utf8' });
      const desk = await createHarness({ engine });
      await desk.setUp();
      await desk.unlock('supervisor');
      await importWhole(desk, workbook);
      const [admin, supervisor] = [await desk.proofOf('admin'), await desk.proofOf('supervisor')];
      const spread = createSpread(41);
      let before: Level = 'usual';
      let made = 0;
      await desk.vault.close();
      for (let kill = 0; kill < KILLS; kill++) {
        const becomes: Level = before === 'usual' ? 'last-four' : 'usual';
        let phase = 'asked';
        const child = await ChildVault.start({
          vaultDir: desk.vaultDir,
          keychain: desk.keychain,
          engine,
          onMessage: (message) => {
            if (message.type === 'event' && message.event === 'policy.progress') {
              const { done, total } = message.payload as { done: number; total: number };
              phase = `${before === 'usual' ? 'stricter' : 'weaker'}, ${['looking', 'writing', 'indexing'][Math.min(2, Math.floor((3 * done) / total))]}`;
            }
            if (message.type === 'write-anchor' && phase.includes(','))
              phase = 'committed, anchor being written';
          },
        });
        await child.call('session.unlock', admin);
        let acknowledged = false;
        void child
          .ask('policy.change', {
            masks: { phone: becomes },
            words: 'a kill is near',
            pin: PINS.admin,
            ...(becomes === 'usual' ? { supervisor } : {}),
          })
          .then((result) => {
            acknowledged = result.ok;
            phase = 'acknowledged';
          });
        await sleep(spread(2000));
        record('policy', phase);
        await child.kill();
        await expectSound(desk);
        const { masks, history } = await desk.call('policy.read', {});
        const now = masks.phone as Level;
        await desk.vault.close();
        expect(history.length, `after a kill in ${phase}`).toBe(now === before ? made : made + 1);
        if (acknowledged) expect(now).toBe(becomes);
        expect(await looksOf(desk, engine), `after a kill in ${phase}`).toEqual({
          masks: [now],
          keys: [now],
        });
        made = history.length;
        before = now;
      }
      expect(made).toBeGreaterThan(0);
      expect(made).toBeLessThan(KILLS);
      await desk.dispose();
      await rm(folder, { recursive: true });
    },
  );
});

/** As which levels the stored masks of mobiles look, and the keys that are made of them. */
async function looksOf(
  desk: VaultHarness,
  engine: EngineName,
): Promise<Readonly<Record<'masks' | 'keys', readonly string[]>>> {
  const key = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'admin', PINS.admin);
  const store = await openStore({
    path: join(desk.vaultDir, STORE_FILE),
    key,
    create: false,
    engine: chooseEngine(engine),
  });
  const look = async (query: Sql): Promise<readonly string[]> =>
    (await store.all<{ readonly look: string }>(query)).map((row) => row.look);
  try {
    return {
      masks: await look(
        sql`SELECT DISTINCT CASE WHEN mask LIKE '1******____' THEN 'last-four' ELSE 'usual' END AS look FROM sealed_value WHERE field = 'phone' AND mask LIKE '1%*%'`,
      ),
      keys: await look(
        sql`SELECT DISTINCT CASE WHEN key LIKE '1******____' THEN 'last-four' ELSE 'usual' END AS look FROM phone_key WHERE key LIKE '1%*%'`,
      ),
    };
  } finally {
    await store.close();
  }
}

async function importWhole(desk: VaultHarness, workbook: string): Promise<number> {
  desk.vault.offerFile(FILE_ID, workbook);
  const { sheets } = await desk.call('import.open', { fileId: FILE_ID });
  const supervisor = await desk.proofOf('supervisor');
  const { planId } = await desk.call('import.preview', {
    fileId: FILE_ID,
    sheets: proposedMapping(sheets),
    supervisor,
  });
  return (await desk.call('import.apply', { planId, answers: { rest: 'other', rows: [] }, supervisor }))
    .importId;
}

/** Opens as after any kill: no alarm, chain whole. */
async function expectSound(desk: VaultHarness): Promise<void> {
  await desk.start();
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
}

async function countPeople(desk: VaultHarness): Promise<number> {
  await expectSound(desk);
  const { entries } = await desk.call('log.list', { before: null, limit: 200 });
  const imported = entries.filter((entry) => entry.action === 'import').length;
  const found = (await desk.call('people.search', { text: '14' })).groups.length > 0;
  expect(found).toBe(imported > 0);
  await desk.vault.close();
  return imported * ROWS;
}

/** Starts over with an empty vault, so that the next import has something to do. */
async function renew(desk: VaultHarness): Promise<Awaited<ReturnType<VaultHarness['proofOf']>>> {
  await rm(desk.vaultDir, { recursive: true });
  desk.keychain.deviceSecrets = {};
  desk.keychain.anchors = [undefined, undefined];
  await desk.start();
  await desk.setUp();
  const supervisor = await desk.proofOf('supervisor');
  await desk.vault.close();
  return supervisor;
}
