/** The limiter in a process whose wall clock is set by libfaketime, forward and back, at a start and while it runs; killed, and with parts of its folder put back. */
import { execFileSync } from 'node:child_process';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlotId } from '../../../contract/ids.ts';
import { systemClock } from '../../../main/vault/clock.ts';
import { LIMITER_FILE } from '../../../main/vault/keys/limiter.ts';
import { ChildVault } from '../../support/child-vault.ts';
import { closeSlot } from '../../support/staff-desk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

const DAY = 86_400_000;
/** As Debian's package libfaketime lays it out. */
const findLibrary = (): string =>
  execFileSync('dpkg', ['-L', 'libfaketime'], { encoding: 'utf8' })
    .split('\n')
    .find((path) => path.endsWith('/libfaketime.so.1'))!;

let desk: VaultHarness;
let slotId: SlotId;
let clockFile: string;
let child: ChildVault | undefined;

beforeEach(async () => {
  desk = await createHarness({ engine: 'better-sqlite3' });
  await desk.setUp();
  slotId = await desk.slotOf('receptionist');
  await desk.vault.close();
  clockFile = join(makeTempDir(), 'clock');
});
afterEach(async () => {
  await child?.kill();
  child = undefined;
});

const setClock = (offset: string): Promise<void> => writeFile(clockFile, offset);

/** A fresh process on what the one before has left, which is killed. The monotonic clock stays the system's, as it does when somebody sets the date. */
async function restart(offset: string): Promise<ChildVault> {
  await child?.kill();
  await setClock(offset);
  child = await ChildVault.start({
    vaultDir: desk.vaultDir,
    keychain: desk.keychain,
    engine: 'better-sqlite3',
    env: {
      LD_PRELOAD: findLibrary(),
      FAKETIME_TIMESTAMP_FILE: clockFile,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  });
  return child;
}

const codeOf = async (vault: ChildVault, pin: string): Promise<string> => {
  const result = await vault.ask('session.unlock', { slotId, pin });
  return result.ok ? 'ok' : result.error.code;
};
const waitIn = async (vault: ChildVault): Promise<number> =>
  (await vault.call('vault.status', {})).people.find((one) => one.slotId === slotId)!.waitSeconds;
async function guess(vault: ChildVault, times: number): Promise<void> {
  for (let tries = 0; tries < times; tries++) await codeOf(vault, '000111');
}

describe.skipIf(process.platform !== 'linux')('a wait', () => {
  it('is the same after a kill, with the clock forty days ahead and forty days behind', async () => {
    await guess(await restart('+0d'), 5);
    for (const offset of ['+40d', '-40d', '+400d', '+0d']) {
      const vault = await restart(offset);
      expect(await waitIn(vault), offset).toBeGreaterThan(50);
      expect(await codeOf(vault, PINS.receptionist), offset).toBe('must-wait');
    }
  });

  it('is the same where the clock is set while it runs, which the process does see', async () => {
    const vault = await restart('+0d');
    await guess(vault, 5);
    for (const offset of ['+40d', '-40d']) {
      await setClock(offset);
      expect(await waitIn(vault), offset).toBeGreaterThan(45);
      expect(await codeOf(vault, PINS.receptionist), offset).toBe('must-wait');
    }
    await setClock('+40d');
    const reply = await vault.ask('session.unlock', {
      slotId: await supervisorSlot(vault),
      pin: PINS.supervisor,
    });
    expect(reply.ok && reply.value.signedIn.since).toBeGreaterThan(systemClock.now() + 39 * DAY);
  });

  it('is the same with limiter.json from before, and longer without it', async () => {
    const file = join(desk.vaultDir, LIMITER_FILE);
    await guess(await restart('+0d'), 1);
    await copyFile(file, `${clockFile}.before`);
    await guess(child!, 4);
    await child!.kill();
    await copyFile(`${clockFile}.before`, file);
    expect(await waitIn(await restart('+0d'))).toBeGreaterThan(50);
    await child!.kill();
    await rm(file);
    // A half that is gone counts as ten failures.
    expect(await waitIn(await restart('+0d'))).toBeGreaterThan(14_000);
  });
});

describe.skipIf(process.platform !== 'linux')('a closed slot', () => {
  it('stays closed over kills and years of a clock that somebody sets', async () => {
    await closeSlot(desk, slotId, systemClock);
    for (const offset of ['+0d', '+33d', '+800d', '-800d'])
      expect(await codeOf(await restart(offset), PINS.receptionist), offset).toBe('slot-closed');
  });
});

async function supervisorSlot(vault: ChildVault): Promise<SlotId> {
  return (await vault.call('vault.status', {})).people.find(({ role }) => role === 'supervisor')!.slotId;
}
