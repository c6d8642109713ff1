/**
 * Mutations by a seed of all that a recovery will meet: any leaf of the header, the earlier sheets among them, under a right MAC; rows of the grants, the
 * slots, the roster and the first keys of the log; the folders of two backups. What lies in header and store is told at the next sign-in with no sheet at
 * hand, what lies on the drive at that backup's test by PIN. `npm test` tries some; all of 500 with RV_FULL=1, and MUTATIONS=7 or MUTATIONS=1-90 those.
 */
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '../../main/files/canonical-json.ts';
import { HEADER_FILE, type HeaderBody, sealHeader } from '../../main/vault/keys/header.ts';
import { sumOf } from '../../main/vault/backup-files/manifest.ts';
import {
  type BackupDeskForTest,
  makeOne,
  openBackupDesk,
  readCurrentHeader,
} from '../support/backup-desk.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { isFullRun } from '../support/full-run.ts';
import { quoted, writeAnything } from '../support/fuzz-store/attacker.ts';
import { randomOf } from '../support/log-mutations.ts';
import { answersTo } from '../support/recover.ts';
import { storeKeyOf } from '../support/store-tools.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS } from '../support/vault-harness.ts';
import type { SlotId } from '../../contract/ids.ts';

const [FIRST = 1, LAST = FIRST] = (process.env['MUTATIONS'] ?? (isFullRun ? '1-500' : '1-18'))
  .split('-')
  .map(Number);

let origin: BackupDeskForTest;
let backups: readonly string[];
let kept: { readonly vault: string; readonly drive: string };
let storeKey: Uint8Array;
let slots: Readonly<Record<'supervisor' | 'admin', SlotId>>;
beforeAll(async () => {
  const clock = createFakeClock();
  origin = await openBackupDesk({ people: 1, clock });
  const { desk, folder } = origin;
  const older = await makeOne(desk);
  await desk.switchTo('supervisor');
  const answers = answersTo(await desk.call('keys.beginSheet', {}));
  const both = { pin: PINS.supervisor, cosigner: await desk.proofOf('admin') };
  await desk.call('keys.finishSheet', { answers, ...both, oldSheet: origin.sheet });
  await desk.switchTo('admin');
  // Backups are told apart by the second.
  clock.advance(2_000);
  backups = [older, await makeOne(desk)];
  slots = { supervisor: await desk.slotOf('supervisor'), admin: await desk.slotOf('admin') };
  await desk.vault.close();
  storeKey = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'receptionist', PINS.receptionist);
  kept = { vault: makeTempDir(), drive: makeTempDir() };
  cpSync(desk.vaultDir, kept.vault, { recursive: true });
  cpSync(folder, kept.drive, { recursive: true });
});

type Draw = ReturnType<typeof randomOf>;
const oneOf = <T>(draw: Draw, all: readonly T[]): T => all[draw(all.length)]!;

const NUMBERS = [0, -1, 1.5, 2 ** 31, 2 ** 48, 2 ** 53, Number.MAX_VALUE];

/** Another one of its kind, as a rule. */
function otherThan(draw: Draw, value: unknown): unknown {
  if (typeof value === 'number') return draw(2) === 0 ? value + 1 + draw(9) : oneOf(draw, NUMBERS);
  if (typeof value === 'boolean') return !value;
  if (value instanceof Uint8Array) return flipped(draw, value);
  if (typeof value !== 'string' || value === '') return draw(1_000);
  const at = draw(value.length);
  return `${value.slice(0, at)}${value[at] === 'a' ? 'b' : 'a'}${value.slice(at + 1)}`;
}

function flipped(draw: Draw, bytes: Uint8Array): Uint8Array {
  const other = Uint8Array.from(bytes);
  if (other.length > 0) other[draw(other.length)]! ^= 1 << draw(8);
  return other;
}

/** A leaf with another value, or a member away. */
function changeLeaf(draw: Draw, tree: object): void {
  const of = tree as Record<string, unknown>;
  const name = oneOf(draw, Object.keys(of));
  const value = of[name];
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && draw(8) > 0)
    return changeLeaf(draw, value);
  if (draw(6) > 0) of[name] = otherThan(draw, value);
  else if (Array.isArray(tree)) tree.splice(Number(name), 1);
  else delete of[name];
}

/** With the keychain, and no PIN: a header that is one, counted on as one that the vault has written, or not. */
async function mutateHeader(draw: Draw): Promise<void> {
  const { desk } = origin;
  const { mac: _mac, ...body } = await readCurrentHeader(desk);
  const secret = desk.keychain.deviceSecrets[body.deviceSecretId]!;
  const generation = body.generation + draw(2);
  for (;;) {
    const changed = structuredClone(body) as HeaderBody;
    changeLeaf(draw, draw(2) === 0 ? changed : oneOf(draw, [changed.recovery, changed.oldSheets!]));
    try {
      const text = canonicalJson(
        sealHeader({ ...changed, generation: Math.max(changed.generation, generation) }, secret),
      );
      if (text === canonicalJson(sealHeader({ ...body, generation }, secret))) continue;
      return writeFileSync(join(desk.vaultDir, HEADER_FILE), text);
    } catch {
      // No header: told by whatever reads it.
    }
  }
}

const READ_BY_A_RECOVERY = [
  'tier_grant',
  'tier_grant',
  'key_slot',
  'log_segment',
  'log_segment',
  'roster_entry',
];

/** With a receptionist's PIN, and so the store key. */
async function mutateStore(draw: Draw): Promise<void> {
  const { desk } = origin;
  const { storeFile } = await readCurrentHeader(desk);
  const table = oneOf(draw, READ_BY_A_RECOVERY);
  writeAnything(join(desk.vaultDir, storeFile), storeKey, (db) => changeRow(draw, db, table));
}

function changeRow(draw: Draw, db: Database, table: string): void {
  const where = table === 'tier_grant' || table === 'key_slot' ? "WHERE staff_id = 'recovery'" : '';
  const rows = db.prepare(`SELECT * FROM ${table} ${where}`).all() as Record<string, unknown>[];
  const row = oneOf(draw, rows);
  const keys = Object.keys(row);
  const same = keys.map((key) => `${quoted(key)} IS ?`).join(' AND ');
  const remove = () => db.prepare(`DELETE FROM ${table} WHERE ${same}`).run(...Object.values(row));
  const how = draw(8);
  if (how === 0) return void remove();
  // Nothing reads whose slot a digest in key_slot is said to be, nor a grant of nobody beside the right one.
  const isUnread = table === 'key_slot' || (table === 'tier_grant' && how === 1);
  const name = oneOf(draw, isUnread ? keys.filter((key) => key !== 'staff_id') : keys);
  const other = { ...row, [name]: otherThan(draw, row[name]) };
  if (how > 1) remove();
  const places = keys.map(() => '?').join(', ');
  try {
    db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${places})`).run(...Object.values(other));
  } catch {
    // No number of a row: nothing is there instead.
    remove();
  }
}

/** With the drive alone. Returns the name of the backup that is another one. */
function mutateDrive(draw: Draw): string {
  const [name, other] = draw(2) === 0 ? backups : backups.toReversed();
  const file = oneOf(draw, ['backup.json', 'store.db']);
  const path = join(origin.folder, name!, file);
  const bytes = readFileSync(path);
  const changes = [
    () => writeFileSync(path, flipped(draw, bytes)),
    () => truncateSync(path, draw(bytes.length)),
    () => writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(1 + draw(4_096))])),
    () => rmSync(path),
    () => cpSync(join(origin.folder, other!, file), path),
    () => cpSync(join(origin.folder, other!), join(origin.folder, name!), { recursive: true }),
    () => rewriteManifest(draw, join(origin.folder, name!, 'backup.json')),
    () => rewriteManifest(draw, join(origin.folder, name!, 'backup.json')),
  ];
  oneOf(draw, changes)();
  return name!;
}

/** Under a right sum, which needs no key. */
function rewriteManifest(draw: Draw, path: string): void {
  const { sum: _sum, ...signed } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  changeLeaf(draw, draw(2) === 0 ? signed : (signed['keyFor'] as object));
  writeFileSync(path, canonicalJson({ ...signed, sum: sumOf(signed) }));
}

function restoreAll(): void {
  const { desk, folder } = origin;
  for (const [from, to] of [
    [kept.vault, desk.vaultDir],
    [kept.drive, folder],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
}

/** What whoever comes in next is told: at the lock screen, or a supervisor, or the admin where no supervisor can; null: nothing. */
async function toldAtSignIn(): Promise<string | null> {
  const { desk } = origin;
  const status = await desk.ask('vault.status', {});
  if (!status.ok) return status.error.code;
  if (status.value.state !== 'locked') return status.value.state;
  for (const role of ['supervisor', 'admin'] as const) {
    const asked = await desk.ask('session.unlock', { slotId: slots[role], pin: PINS[role] });
    if (asked.ok) return asked.value.alarms.join(' ') || null;
    if (!NOT_TOLD.has(asked.error.code)) return asked.error.code;
  }
  return null;
}
/** As if it were a slip of theirs. */
const NOT_TOLD: ReadonlySet<string> = new Set(['wrong-pin', 'internal', 'bad-request']);

async function toldAtTest(name: string): Promise<string | null> {
  const { desk } = origin;
  await desk.unlock('admin');
  const code = await desk.codeOf('backup.test', { folderId: null, name, pin: PINS.admin });
  return code === 'ok' || NOT_TOLD.has(code) ? null : code;
}

it('are told before a recovery meets them, each', async () => {
  const { desk } = origin;
  const keychain = desk.keychain.snapshot();
  const untold: string[] = [];
  const tell = async (work: () => Promise<string | null>): Promise<string | null> => {
    await desk.start();
    const told = await work();
    await desk.vault.close();
    return told;
  };
  for (const name of backups) expect(await tell(() => toldAtTest(name))).toBeNull();
  restoreAll();
  desk.keychain.restore(keychain);
  expect(await tell(toldAtSignIn)).toBeNull();
  for (let seed = FIRST; seed <= LAST; seed++) {
    restoreAll();
    desk.keychain.restore(keychain);
    const draw = randomOf(seed);
    let told: string | null;
    if (seed % 3 === 2) {
      const name = mutateDrive(draw);
      told = await tell(() => toldAtTest(name));
    } else {
      await (seed % 3 === 0 ? mutateHeader(draw) : mutateStore(draw));
      told = await tell(toldAtSignIn);
    }
    if (told === null) untold.push(`${seed}`);
  }
  expect(untold).toEqual([]);
}, 1_800_000);
