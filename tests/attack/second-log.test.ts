/** Somebody puts folder and keychain back together, or forges the store: what was never on this disk shows it. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Alarm } from '../../contract/sign-in/alarms.ts';
import { generateSignPair } from '../../main/vault/crypto/ed25519.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { type Sql, sql } from '../../main/vault/store/sql.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { forgeLog } from '../support/forge-log.ts';
import { tamper } from '../support/log-desk.ts';
import {
  type SecondLogDesk,
  choosePlace,
  copyEverything,
  filePathIn,
  linesIn,
  openSecondLogDesk,
  revealAndHandOver,
} from '../support/second-log-desk.ts';
import { openStoreOf } from '../support/store-tools.ts';
import { PINS } from '../support/vault-harness.ts';

const KEY_TAKEN = [
  sql`UPDATE second_log SET seed = ${generateSignPair().privateKey}, written_line = 0, written_seq = 0, written_at = NULL`,
  sql`UPDATE second_log SET certificate = '{}'`,
  sql`DELETE FROM second_log`,
];

describe.each(FEATURE_ENGINE_NAMES)('folder and keychain put back together on %s', (engine) => {
  let test: SecondLogDesk;
  beforeEach(async () => {
    test = await openSecondLogDesk({ engine });
    await test.desk.lock();
  });

  /** A drive that a busy machine reads too slowly is no alarm at that sign-in, but at the next. */
  async function alarmsOf(): Promise<readonly Alarm[]> {
    for (let left = 2; ; left -= 1) {
      const { alarms } = await test.desk.unlock('supervisor');
      if (alarms.length > 0 || left === 0) return alarms;
      await test.desk.lock();
    }
  }
  /** The vault is locked. */
  async function plantInStore(plant: Sql): Promise<void> {
    const { desk } = test;
    await desk.vault.close();
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    await store.transaction((tx) => tx.run(plant).then(() => undefined));
    await store.close();
    await desk.start();
  }
  /** A reveal that afterwards nobody on this computer knows of. */
  async function undoReveal(): Promise<void> {
    const putBack = await copyEverything(test.desk);
    await revealAndHandOver(test);
    await putBack();
  }

  it('are noticed by nothing where the place was given up, so that the attempt itself works', async () => {
    const { desk } = test;
    await desk.unlock('admin');
    await desk.call('second.stop', { pin: PINS.admin });
    await desk.lock();
    await undoReveal();
    expect(await alarmsOf()).toEqual([]);
    expect(await desk.logged('reveal', 50)).toEqual([]);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('are an alarm where the choice of the place was taken out of the log, until a supervisor acknowledges it', async () => {
    const { desk } = test;
    for (const role of ['admin', 'supervisor'] as const) {
      await desk.unlock(role);
      await desk.lock();
    }
    await desk.vault.close();
    await forgeLog(desk, engine, (rows) => rows.filter(({ action }) => action !== 'second-log-choice'), true);
    await desk.start();
    expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('store-mismatch');
    expect(await alarmsOf()).toEqual(['second-log-differs']);
    await desk.call('session.acknowledge', { words: 'the log was forged', pin: PINS.supervisor });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: false });
    await desk.lock();
    expect(await alarmsOf()).toEqual([]);
  });

  it('are an alarm at the next sign-in, for everybody', async () => {
    await undoReveal();
    const { desk } = test;
    for (const role of ['receptionist', 'admin'] as const)
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role)), role).toBe('store-mismatch');
    expect(await alarmsOf()).toEqual(['second-log-differs']);
    expect(await desk.codeOf('people.search', { text: '3-2' })).toBe('store-mismatch');
  });

  it('are an alarm as well where the log has grown past what the place remembers', async () => {
    const { desk, folder } = test;
    await undoReveal();
    // The drive is in the safe meanwhile.
    const [path, kept] = [filePathIn(folder), readFileSync(filePathIn(folder))];
    rmSync(path);
    for (let n = 0; n < 8; n += 1) await desk.unlock('receptionist').then(() => desk.lock());
    writeFileSync(path, kept);
    expect(await alarmsOf()).toEqual(['second-log-differs']);
  });

  it('are found in the midst of a session where the drive comes back then, and stay found without it', async () => {
    const { desk, folder } = test;
    await undoReveal();
    const [path, kept] = [filePathIn(folder), readFileSync(filePathIn(folder))];
    rmSync(path);
    for (let n = 0; n < 8; n += 1) await desk.unlock('receptionist').then(() => desk.lock());
    expect(await alarmsOf()).toEqual([]);
    writeFileSync(path, kept);
    expect((await desk.call('second.write', {})).state).toBe('differs');
    expect(desk.hostCalls).toContain('lock-me second-log-differs');
    expect(readFileSync(path)).toEqual(kept);
    rmSync(path);
    await desk.lock('vault-request');
    expect(await alarmsOf()).toEqual(['second-log-differs']);
    await desk.call('session.acknowledge', { words: 'the disk was exchanged', pin: PINS.supervisor });
    const { entries } = await desk.call('log.list', { before: null, limit: 50 });
    expect(entries.filter(({ action, outcome }) => action === 'second-log' && outcome === 'failed')).toEqual([
      expect.objectContaining({ detail: expect.objectContaining({ step: 'differs' }) }),
    ]);
  });

  it('are an alarm once, and again the next time, where a supervisor has acknowledged it', async () => {
    const { desk, folder } = test;
    await undoReveal();
    await alarmsOf();
    await desk.call('session.acknowledge', { words: 'the disk was exchanged', pin: PINS.supervisor });
    const marks = linesIn(folder).map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(marks.at(-1)).toBe('continued');
    expect((await desk.call('second.read', {})).state).toBe('good');
    await desk.lock();
    expect(await alarmsOf()).toEqual([]);
    await desk.call('second.write', {});
    await desk.lock();
    await undoReveal();
    expect(await alarmsOf()).toEqual(['second-log-differs']);
  });

  it('are an alarm where the key of the place was exchanged or taken out of the store, too', async () => {
    const { desk } = test;
    const putBack = await copyEverything(desk);
    await revealAndHandOver(test);
    for (const plant of KEY_TAKEN) {
      await putBack();
      await plantInStore(plant);
      expect(await alarmsOf(), plant.text).toEqual(['second-log-differs']);
    }
  });

  it('that lack the key of the place write nothing there under another, until an admin chooses it anew', async () => {
    const { desk, folder } = test;
    for (const plant of KEY_TAKEN) {
      await plantInStore(plant);
      const before = readFileSync(filePathIn(folder), 'utf8');
      await desk.unlock('admin');
      expect((await desk.call('second.write', {})).state, plant.text).toBe('no-key');
      expect(readFileSync(filePathIn(folder), 'utf8')).toBe(before);
      expect(await choosePlace(desk, folder)).toMatchObject({ state: 'good', lines: { unreadable: 0 } });
      await desk.lock();
    }
  });

  it.each([2 ** 40, 2 ** 53 - 1, -1])(
    'that count %s lines as written make no later one unreadable',
    async (count) => {
      const { desk } = test;
      await plantInStore(sql`UPDATE second_log SET written_line = ${count}, written_seq = ${count}`);
      await desk.unlock('supervisor');
      await desk.call('second.write', {});
      await desk.switchTo('supervisor');
      await desk.call('second.write', {});
      expect((await desk.call('second.read', {})).lines).toMatchObject({ good: 3, unreadable: 0 });
    },
  );

  it('are an alarm for an entry that was rewritten under its old hash, once the page is opened', async () => {
    const { desk } = test;
    await revealAndHandOver(test);
    await desk.unlock('supervisor');
    await desk.call('second.write', {});
    await desk.vault.close();
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    const text = `UPDATE log_entry SET time = time + 1 WHERE action = 'handover'`;
    await tamper({ store }, [{ text }]);
    await store.close();
    await desk.start();
    expect(await alarmsOf()).toEqual([]);
    expect((await desk.call('second.read', {})).state).toBe('differs');
    expect(desk.hostCalls).toContain('lock-me second-log-differs');
    await desk.lock('vault-request');
    expect(await alarmsOf()).toEqual(['second-log-differs']);
  });

  it('say with the recovery sheet what was done, where entries were kept as well', async () => {
    const { desk, folder, sheet } = test;
    await desk.unlock('admin');
    await choosePlace(desk, folder, true);
    await desk.lock();
    await undoReveal();
    await alarmsOf();
    await desk.call('session.acknowledge', { words: 'the disk was exchanged', pin: PINS.supervisor });
    const { lost } = await desk.call('second.open', { sheet });
    expect(lost.filter(({ action }) => action === 'reveal')).toMatchObject([{ staffName: 'Desk One' }]);
    expect(lost.map(({ seq }) => seq)).toEqual(lost.map(({ seq }) => seq).toSorted((a, b) => b - a));
  });
});

describe('whoever can write to the drive and has no key of the vault', () => {
  let test: SecondLogDesk;
  beforeEach(async () => {
    test = await openSecondLogDesk({ entries: true });
    await revealAndHandOver(test, 'a leak on the third floor');
  });

  it('raises no alarm and brings no line, whatever is written there', async () => {
    const { desk, folder } = test;
    const path = filePathIn(folder);
    const [line = '{}'] = linesIn(folder).slice(-1);
    const parsed = JSON.parse(line) as Record<string, unknown> & { seq: number; line: number };
    const forged = [
      { ...parsed, seq: parsed.seq + 100, line: parsed.line + 1 },
      { ...parsed, hash: 'f'.repeat(64), line: parsed.line + 1 },
      { ...parsed, kind: 'continued', line: parsed.line + 1 },
      { ...parsed, line: parsed.line + 1 },
    ];
    appendFileSync(path, forged.map((one) => `${JSON.stringify(one)}\n`).join(''));
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    const place = await desk.call('second.read', {});
    expect(place).toMatchObject({ state: 'good', lines: { unreadable: forged.length, missing: 0 } });
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'good', behind: 0 });
  });

  it('reads heads alone: no word of an entry, no name, no reason', async () => {
    const text = readFileSync(filePathIn(test.folder), 'utf8');
    for (const word of ['leak', 'reveal', 'phone', 'Desk One', 'Test Estate'])
      expect(text, word).not.toContain(word);
  });

  it('is noticed when they take lines away', async () => {
    const { desk, folder } = test;
    const lines = linesIn(folder);
    writeFileSync(filePathIn(folder), `${lines.slice(0, 1).join('\n')}\n`);
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    expect((await desk.call('second.read', {})).state).toBe('shortened');
    await desk.call('second.write', {});
    expect((await desk.call('second.read', {})).lines.missing).toBe(lines.length - 1);
    expect((await desk.logged('second-log', 20))[0]).toMatchObject({
      outcome: 'failed',
      detail: { step: 'shortened', had: lines.length, has: 1 },
    });
  });

  it('does not make another sheet open what is sealed there', async () => {
    const { desk } = test;
    const other = await openSecondLogDesk();
    await desk.unlock('supervisor');
    expect(await desk.codeOf('second.open', { sheet: other.sheet })).toBe('sheet-not-ours');
    expect((await desk.call('second.open', { sheet: test.sheet })).lost).toEqual([]);
  });
});

describe('a place in the store that nobody has chosen', () => {
  it('is none: a row without an entry of the log names no folder and is written to by nobody', async () => {
    const { desk, folder } = await openSecondLogDesk();
    await desk.call('second.stop', { pin: PINS.admin });
    const before = readFileSync(filePathIn(folder), 'utf8');
    expect((await desk.call('second.write', {})).state).toBe('none');
    expect(readFileSync(filePathIn(folder), 'utf8')).toBe(before);
  });
});
