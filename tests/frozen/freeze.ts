/**
 * `npm run freeze`: writes what this version writes (store, header, backup, log export, update folder) into `tests/frozen/<version>/`, by the product itself.
 * Once a version is tagged, its files are never written again.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../main/vault/backup-files/manifest.ts';
import { openBySheet } from '../../main/vault/backup/backup-key.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { SetupError, say } from '../../scripts/setup/say.mjs';
import { HOUR_MS, createFakeClock } from '../support/fake-clock.ts';
import { exportOf, pickExport } from '../support/features/log-export.ts';
import { type FrozenRelease, LOG, keepFrozen } from '../support/frozen-release.ts';
import { BACKUPS, type StoreImage, VAULT, buildImage } from '../support/fuzz-store/build-image.ts';
import { PLANTED } from '../support/planted-people.ts';
import { sheetText } from '../support/recover.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { SYSTEM, testProgram, testUpdate } from '../support/update-folder.ts';
import { MemoryKeychain, PINS, createHarness } from '../support/vault-harness.ts';

/** Errors: SetupError where it was handed out. */
function versionToFreeze(): string {
  const { version } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const tags = execFileSync('git', ['tag', '--list', `v${version}`], { cwd: projectDir, encoding: 'utf8' });
  if (tags.trim() !== '')
    throw new SetupError(`${version} is tagged: what it writes is kept as it is. Raise the version first.`);
  return version;
}

/** At a copy, so that what the image has left waiting still waits. */
async function exportLog(image: StoreImage, folder: string): Promise<FrozenRelease['log']> {
  const vaultDir = join(makeTempDir(), VAULT);
  cpSync(join(folder, VAULT), vaultDir, { recursive: true });
  const keychain = new MemoryKeychain();
  keychain.restore(image.keychain);
  const desk = await createHarness({ vaultDir, keychain, clock: createFakeClock(image.at + HOUR_MS) });
  await desk.unlock('admin');
  const path = pickExport(desk, 'jsonl');
  const { root, count } = await desk.call('exports.write', { ...exportOf('jsonl'), pin: PINS.admin });
  cpSync(path, join(folder, LOG));
  await desk.letGo();
  return { root, count };
}

/** Signed for a year, by keys that are gone afterwards. */
function writeUpdate(folder: string, at: number): FrozenRelease['update'] {
  const expires = new Date(at + 365 * 24 * HOUR_MS);
  cpSync(testUpdate({ expires }), join(folder, 'update'), { recursive: true });
  writeFileSync(join(folder, 'root.json'), testProgram().root!);
  return { version: '1.1.0', system: SYSTEM, expires: expires.getTime() };
}

const version = versionToFreeze();
const scratch = makeTempDir();
const image = await buildImage(join(scratch, 'desk'), join(scratch, 'image'));
const { folder, at, keychain, known, storeFile, storeKey, backup } = image;
const sheet = sheetText(image.sheet);
const place = join(folder, BACKUPS, backup);
const manifest = await readManifest(place);
for (const name of ['swept', 'own-copy.pdf']) rmSync(join(folder, name), { recursive: true });
keepFrozen(version, {
  folder,
  at,
  keychain,
  pins: PINS,
  sheet,
  person: { personId: known.personId, phone: PLANTED[0].sealed.phone[0].value },
  backup,
  log: await exportLog(image, folder),
  update: writeUpdate(folder, at),
  stores: {
    [`${VAULT}/${storeFile}`]: storeKey,
    [`${BACKUPS}/${backup}/store.db`]: openBySheet(manifest, parseSheet(sheet)),
  },
});
say(`frozen: what ${version} writes`);
