/**
 * SIGKILL all over the request that puts a recovery into force: a PIN was forgotten on this computer, or a computer has nothing but a backup. Afterwards
 * the vault opens as it was, by the old PINs and the old sheet (from a backup: the recovery is begun anew), or as it has become, by the new ones; never
 * by both, never by neither. The log holds together and nothing is left over.
 */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { RecoveryView } from '../../../contract/recovery/views.ts';
import { HEADER_FILE, isStoreFile, parseHeader } from '../../../main/vault/keys/header.ts';
import { formatSheet, parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { scratchFolder } from '../../../main/vault/recovery/scratch-folder.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import {
  BACKUP_FOLDER,
  makeOne,
  openBackupDesk,
  readCurrentHeader,
  strangersIn,
  WHY,
} from '../backup-desk.ts';
import type { ChildVault } from '../child-vault.ts';
import { type PhaseOf, createPace, expectSide, killSignedOut } from './kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout, residentsOr } from './kill-plan.ts';
import { sideOf, SIDES } from './signs.ts';
import { openBySheet } from '../open-by-sheet.ts';
import { phoneOf } from '../people-drafts.ts';
import { answersTo, peopleFor, recover, RECOVERY_PINS, sheetText } from '../recover.ts';
import { makeTempDir } from '../temp-dir.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../vault-harness.ts';

const ROLES = ['receptionist', 'supervisor', 'admin'] as const satisfies readonly Role[];
const PEOPLE = residentsOr(3);
/** Of the vault that is recovered: that of set-up. */
const EPOCH = 1;

const HERE = ['asked', 'laying', 'keeping', 'laid', 'switched', 'kept', 'anchoring', 'acknowledged'] as const;
const FROM_BACKUP = [
  'asked',
  'laying',
  'writing the item',
  'anchoring',
  'keeping',
  'laid',
  'switched',
  'kept',
  'acknowledged',
] as const;

export interface RecoveryPath {
  readonly name: string;
  readonly phases: typeof HERE | typeof FROM_BACKUP;
  /** A computer as it is before the recovery, made of what there is of the vault. */
  readonly computer: (origin: Origin) => Computer;
  /** The typed sheet, in the process that is to be killed. */
  readonly begin: (child: ChildVault, origin: Origin) => Promise<RecoveryView>;
  /** What a kill before the switch leaves. */
  readonly expectAsBefore: (desk: VaultHarness, origin: Origin, shown: string) => Promise<void>;
}

interface Origin {
  readonly engine: EngineName;
  readonly vaultDir: string;
  readonly keychain: MemoryKeychain;
  readonly backups: string;
  readonly backup: string;
  readonly sheet: string;
  readonly personId: PersonId;
  /** How many values are sealed. */
  readonly values: number;
}

interface Computer {
  readonly vaultDir: string;
  readonly keychain: MemoryKeychain;
}

export const FORGOTTEN_PIN: RecoveryPath = {
  name: 'a forgotten PIN on this computer',
  phases: HERE,
  computer: ({ vaultDir, keychain }) => {
    const copy = {
      vaultDir: join(makeTempDir(), 'vault'),
      keychain: Object.assign(new MemoryKeychain(), keychain.snapshot()),
    };
    cpSync(vaultDir, copy.vaultDir, { recursive: true });
    return copy;
  },
  begin: (child, { sheet }) => child.call('recovery.begin', { sheet }),
  async expectAsBefore(desk, origin, shown) {
    await expectPins(desk, origin, PINS, RECOVERY_PINS);
    await expectOneSheet(desk, origin, origin.sheet, shown);
    expect(strangersIn(desk.vaultDir, await readCurrentHeader(desk))).toEqual([]);
  },
};

export const BACKUP_ALONE: RecoveryPath = {
  name: 'a backup alone on a computer that has nothing',
  phases: FROM_BACKUP,
  computer: () => {
    const vaultDir = join(makeTempDir(), 'vault');
    mkdirSync(vaultDir);
    return { vaultDir, keychain: new MemoryKeychain() };
  },
  begin: (child, { backups, backup, sheet }) => {
    child.offerFile(BACKUP_FOLDER, backups, 'folder');
    return child.call('recovery.stageBackup', { folderId: BACKUP_FOLDER, name: backup, sheet });
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

/** Kills a recovery by this path in each of its phases, on each engine. */
export function testKilledRecovery(path: RecoveryPath): void {
  it.each(KILL_ENGINES)(
    `on %s, after ${path.name}, leaves the vault of before or the recovered one`,
    { timeout: killsTimeout(PEOPLE) },
    async (engine) => {
      const origin = await openOrigin(engine);
      const killed = createKillRecord(`recovery after ${path.name}`, engine);
      const pace = createPace(83);
      const aims = createAims({ recovery: path.phases });
      for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
        const computer = path.computer(origin);
        let shown = '';
        const fell = await killSignedOut(
          computer,
          engine,
          {
            route: 'recovery.finish',
            phases: path.phases,
            phaseOf,
            request: async (child) => {
              const sheet = await child.call('recovery.prepare', {
                people: peopleFor(await path.begin(child, origin), ROLES),
              });
              shown = sheetText(sheet.lines);
              return { answers: answersTo(sheet) };
            },
          },
          aim,
          pace,
        );
        const isRecovered = epochIn(computer.vaultDir) > EPOCH;
        killed.record(fell.phase);
        killed.record(sideOf(isRecovered));
        expectSide({ phases: path.phases, behindSwitch: 'switched' }, aim, fell, isRecovered);
        const desk = await createHarness({ engine, ...computer });
        if (isRecovered) await expectRecovered(desk, origin, shown);
        else await path.expectAsBefore(desk, origin, shown);
        await desk.dispose();
      }
      expect(killed.tooFew([...path.phases, ...SIDES])).toEqual([]);
    },
  );
}

/** A vault with a few residents and a backup of it, closed. */
async function openOrigin(engine: EngineName): Promise<Origin> {
  const { desk, folder, sheet } = await openBackupDesk({
    engine,
    people: PEOPLE,
    vaultDir: join(makeTempDir(), 'vault'),
  });
  const backup = await makeOne(desk);
  const {
    groups: [group],
  } = await desk.call('people.search', { text: phoneOf(1).slice(-4) });
  await desk.vault.close();
  const opened = await openBySheet(desk.vaultDir, engine, sheet);
  if (typeof opened === 'string') throw new Error(opened);
  return {
    engine,
    vaultDir: desk.vaultDir,
    keychain: desk.keychain,
    backups: folder,
    backup,
    sheet,
    personId: group!.rows[0]!.personId,
    values: opened.values,
  };
}

const phaseOf: PhaseOf = (sign) => {
  if (sign.type === 'write-device-secret') return 'writing the item';
  if (sign.type === 'write-anchor') return 'anchoring';
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
