/** What a recovery that is cancelled, as it is at every sign-in, leaves behind: nothing, also where something was still being opened or made. */
import { beforeEach, expect, it } from 'vitest';
import type { RecoverySheetView } from '../../../contract/recovery/views.ts';
import { systemClock } from '../../../main/vault/clock.ts';
import { ARGON2_FLOOR } from '../../../main/vault/crypto/kdf.ts';
import { type RecoveryDesk, createRecoveryDesk } from '../../../main/vault/recovery/recovery-desk.ts';
import { rememberedOf } from '../../../main/vault/recovery-by-sheet/remembered.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { answersTo, peopleFor, RECOVERY_PINS, sheetText } from '../../support/recover.ts';
import { type VaultHarness, createHarness } from '../../support/vault-harness.ts';

let vault: VaultHarness;
let sheet: string;
beforeEach(async () => {
  vault = await createHarness();
  sheet = sheetText(await vault.setUp());
  await vault.vault.close();
});

interface Asides {
  /** Told while keys are about to be made. */
  readonly onCalibrate?: () => void;
  /** Told whenever the time is asked for, as each entry of the log does. */
  readonly onClock?: () => void;
}

const openDesk = ({ onCalibrate, onClock }: Asides = {}): RecoveryDesk =>
  createRecoveryDesk({
    vaultDir: vault.vaultDir,
    place: 'real',
    engine: chooseEngine('auto'),
    clock: {
      ...systemClock,
      now: () => {
        onClock?.();
        return systemClock.now();
      },
    },
    keychainWriter: vault.keychain,
    calibrate: async () => {
      onCalibrate?.();
      return ARGON2_FLOOR;
    },
    problem: () => null,
    remember: (header) => rememberedOf(vault.keychain.reading(), null, header),
  });

async function prepare(desk: RecoveryDesk): Promise<RecoverySheetView> {
  const view = await desk.begin({ sheet });
  return desk.prepare({ people: peopleFor(view, ['admin', 'supervisor']) });
}

/** Nothing to prove, nothing to print. */
async function expectNothing(desk: RecoveryDesk): Promise<void> {
  expect(desk.paper()).toBe(null);
  await expect(desk.finish({ answers: ['', ''] })).rejects.toMatchObject({ code: 'recovery-not-begun' });
}

it('lays out the new sheet as long as it is to be proved, and no longer', async () => {
  const desk = openDesk();
  expect(desk.paper()).toBe(null);
  const { lines, fingerprint } = await prepare(desk);
  expect(desk.paper()).toEqual({
    kind: 'recovery-sheet',
    estateName: 'Test Estate',
    sheet: { lines, fingerprint },
  });
  await desk.cancel();
  await expectNothing(desk);
});

it('keeps no sheet that was still being opened', async () => {
  const desk = openDesk();
  await Promise.all([desk.begin({ sheet }), desk.cancel()]);
  await expectNothing(desk);
  await expect(desk.prepare({ people: [] })).rejects.toMatchObject({ code: 'recovery-not-begun' });
});

it('keeps no keys that were being made', async () => {
  let cancelled: Promise<void> | undefined;
  const desk: RecoveryDesk = openDesk({
    onCalibrate: () => {
      cancelled = desk.cancel();
    },
  });
  await prepare(desk);
  await cancelled;
  await expectNothing(desk);
});

it('ends with the keys that it has begun to write with, also where it is cancelled meanwhile', async () => {
  let isWriting = false;
  const desk: RecoveryDesk = openDesk({ onClock: () => void (isWriting && desk.cancel()) });
  const answers = answersTo(await prepare(desk));
  isWriting = true;
  await desk.finish({ answers });
  await vault.start();
  await vault.answers('ok', 'session.unlock', {
    slotId: await vault.slotOf('supervisor'),
    pin: RECOVERY_PINS.supervisor,
  });
});
