/**
 * SIGKILL all over the request that puts a recovery into force: a PIN was forgotten on this computer, or a computer has nothing but a backup. Afterwards
 * the vault opens as it was, by the old PINs and the old sheet (from a backup: the recovery is begun anew), or as it has become, by the new ones; never
 * by both, never by neither. The log holds together and nothing is left over.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { RecoveryView } from '../../../contract/recovery/views.ts';
import { HEADER_FILE, isStoreFile, parseHeader } from '../../../main/vault/keys/header.ts';
import { formatSheet, parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { scratchFolder } from '../../../main/vault/recovery-by-sheet/scratch-folder.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import {
  BACKUP_FOLDER,
  makeOne,
  openBackupDesk,
  readCurrentHeader,
  strangersIn,
  WHY,
} from '../backup-desk.ts';
import { openBySheet } from '../open-by-sheet.ts';
import { phoneOf } from '../people-drafts.ts';
import { answersTo, peopleFor, recover, RECOVERY_PINS, sheetText } from '../recover.ts';
import { PINS, type VaultHarness, createHarness } from '../vault-harness.ts';
import { describeKill } from './describe-kill.ts';
import type { Asked, PhaseOf } from './kill-in-phase.ts';
import { residentsOr } from './kill-plan.ts';

const ROLES = ['receptionist', 'supervisor', 'admin'] as const satisfies readonly Role[];
const PEOPLE = residentsOr(3);
/** Of the vault that is recovered: that of set-up. */
const EPOCH = 1;

export interface RecoveryPath {
  readonly name: string;
  readonly phases: readonly string[];
  /** The computer as it is before the recovery. */
  readonly computer: (origin: Origin) => Promise<VaultHarness>;
  /** The typed sheet, in the process that is to be killed. */
  readonly begin: (asked: Asked, origin: Origin) => Promise<RecoveryView>;
  /** What a kill before the switch leaves. */
  readonly expectAsBefore: (desk: VaultHarness, origin: Origin, shown: string) => Promise<void>;
}

/** What there is of the vault that is recovered. */
interface Origin {
  readonly desk: VaultHarness;
  readonly engine: EngineName;
  readonly backups: string;
  readonly backup: string;
  readonly sheet: string;
  readonly personId: PersonId;
  /** How many values are sealed. */
  readonly values: number;
}

export const FORGOTTEN_PIN: RecoveryPath = {
  name: 'a forgotten PIN on this computer',
  phases: ['laying', 'announcing', 'keeping', 'laid', 'switched', 'kept', 'anchoring'],
  computer: async ({ desk }) => desk,
  begin: (asked, { sheet }) => asked.call('recovery.begin', { sheet }),
  async expectAsBefore(desk, origin, shown) {
    await expectPins(desk, origin, PINS, RECOVERY_PINS);
    await expectOneSheet(desk, origin, origin.sheet, shown);
    expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk))).toEqual([]);
  },
};

export const BACKUP_ALONE: RecoveryPath = {
  name: 'a backup alone on a computer that has nothing',
  phases: ['laying', 'writing the item', 'anchoring', 'keeping', 'laid', 'switched', 'kept'],
  computer: ({ desk, engine }) => {
    onTestFinished(() => desk.dispose());
    return createHarness({ engine });
  },
  begin: (asked, { backups, backup, sheet }) => {
    asked.offerFile(BACKUP_FOLDER, backups, 'folder');
    return asked.call('recovery.stageBackup', { folderId: BACKUP_FOLDER, name: backup, sheet });
  },
  async expectAsBefore(desk, origin, shown) {
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'refused', people: [] });
    expect(await desk.call('recovery.look', {})).toMatchObject({ bySheet: true });
    expect(await desk.codeOf('recovery.begin', { sheet: shown })).toBe('sheet-not-ours');
    const { sheet } = await recover(desk, formatSheet(parseSheet(origin.sheet)), (view) =>
      peopleFor(view, ROLES),
    );
    await expectRecovered(desk, origin, sheetText(sheet.lines));
  },
};

export const describeKilledRecovery = (path: RecoveryPath): void =>
  describeKill('kill of a recovery', {
    title: `after ${path.name} leaves the vault of before or the recovered one`,
    changes: {
      [`recovery after ${path.name}`]: {
        route: 'recovery.finish',
        phases: path.phases,
        phaseOf: () => phaseOf,
        behindSwitch: 'switched',
      },
    },
    by: 'nobody',
    residents: PEOPLE,
    putBack: true,
    async setUp(engine) {
      const origin = await openOrigin(engine);
      const desk = await path.computer(origin);
      let shown = '';
      return {
        desk,
        async request(asked) {
          const people = peopleFor(await path.begin(asked, origin), ROLES);
          const sheet = await asked.call('recovery.prepare', { people });
          shown = sheetText(sheet.lines);
          return { answers: answersTo(sheet) };
        },
        async expectAfter() {
          const isRecovered = epochIn(desk.vaultDir) > EPOCH;
          await desk.start();
          if (isRecovered) await expectRecovered(desk, origin, shown);
          else await path.expectAsBefore(desk, origin, shown);
          return isRecovered;
        },
      };
    },
  });

/** A vault with a few residents and a backup of it, closed. */
async function openOrigin(engine: EngineName): Promise<Origin> {
  const { desk, folder, sheet } = await openBackupDesk({ engine, people: PEOPLE });
  const backup = await makeOne(desk);
  const { groups } = await desk.call('people.search', { text: phoneOf(1).slice(-4) });
  await desk.vault.close();
  const opened = await openBySheet(desk.vaultDir, engine, sheet);
  if (typeof opened === 'string') throw new Error(opened);
  const { personId } = groups[0]!.rows[0]!;
  return { desk, engine, backups: folder, backup, sheet, personId, values: opened.values };
}

const phaseOf: PhaseOf = (sign, before) => {
  if (sign.type === 'write-device-secret') return 'writing the item';
  // The anchor is told of the new header before that is in force, where there is an anchor.
  if (sign.type === 'write-anchor') return before === 'laying' ? 'announcing' : 'anchoring';
  return sign.type === 'name' ? phaseByName(sign.name) : null;
};

const isNewStore = (name: string): boolean => isStoreFile(name) && Number(/\d+/.exec(name)?.[0]) > EPOCH;

function phaseByName(name: string): string | null {
  const inScratch = `${scratchFolder('')}/`;
  if (name.startsWith(inScratch)) return isNewStore(name.slice(inScratch.length)) ? 'laying' : null;
  if (name.startsWith('keeping-')) return 'keeping';
  if (name.startsWith('kept-')) return 'kept';
  if (name === HEADER_FILE) return 'switched';
  return isNewStore(name) ? 'laid' : null;
}

const epochIn = (vaultDir: string): number => parseHeader(readFileSync(join(vaultDir, HEADER_FILE))).epoch;

/** By the new PINs and the new sheet alone; what was there before is kept once, and opens to the old sheet. */
async function expectRecovered(desk: VaultHarness, origin: Origin, sheet: string): Promise<void> {
  await expectPins(desk, origin, RECOVERY_PINS, PINS);
  await expectOneSheet(desk, origin, sheet, origin.sheet);
  const header = await readCurrentHeader(desk);
  expect(strangersIn(desk.vaultDir, header)).toEqual([expect.stringMatching(/^kept-/)]);
  expect(Object.keys(desk.keychain.deviceSecrets)).toEqual([header.deviceSecretId]);
  const [kept = ''] = strangersIn(desk.vaultDir, header);
  expect(await openBySheet(join(desk.vaultDir, kept), origin.engine, origin.sheet)).toEqual({
    values: origin.values,
    segment: true,
  });
}

/** Everybody gets in by theirs of the ones and by none of the others, without an alarm; records open, and the log holds together. The vault is closed afterwards. */
async function expectPins(
  desk: VaultHarness,
  { personId }: Origin,
  pins: Readonly<Record<Role, string>>,
  others: Readonly<Record<Role, string>>,
): Promise<void> {
  for (const role of ROLES) {
    await desk.lock();
    const slotId = await desk.slotOf(role);
    expect(await desk.codeOf('session.unlock', { slotId, pin: others[role] })).toBe('wrong-pin');
    expect((await desk.call('session.unlock', { slotId, pin: pins[role] })).alarms).toEqual([]);
    if (role !== 'supervisor') continue;
    expect(
      await desk.call('people.reveal', { personId, field: 'phone', ordinal: 0, why: WHY, pin: pins[role] }),
    ).toMatchObject({ value: phoneOf(1) });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  }
  await desk.lock();
  await desk.vault.close();
}

async function expectOneSheet(
  { vaultDir }: VaultHarness,
  { engine, values }: Origin,
  inForce: string,
  other: string,
): Promise<void> {
  expect(await openBySheet(vaultDir, engine, inForce)).toEqual({ values, segment: true });
  expect(await openBySheet(vaultDir, engine, other)).toBe('sheet-mismatch');
}
