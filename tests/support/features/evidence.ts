/** What can be shown, and the inspection pack, in the tests that go over every feature. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId } from '../../../contract/ids.ts';
import { featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { VisitsOf } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';
import type { VaultHarness } from '../vault-harness.ts';

const FILE = 'ba'.repeat(16) as FileId;

/** Where a pack is to go, as main offers it, and the file id to ask with. */
export function pickPack(
  desk: Pick<VaultHarness, 'vault'>,
  folder: string = makeTempDir(),
): { readonly path: string; readonly fileId: FileId } {
  const path = join(folder, 'pack.pdf');
  desk.vault.offerFile(FILE, path, 'pdf');
  return { path, fileId: FILE };
}

export const visits: VisitsOf<'evidence'> = {
  'evidence.history': (walk) => walk.ask('evidence.history', { duty: 'permission-matrix' }),
  'evidence.makePack': (walk) =>
    walk.ask('evidence.makePack', { fileId: pickPack(walk.desk).fileId, pictures: true, pin: walk.pin }),
};

// --- the screens

/** A supervisor looks at what there is, makes the pack, and looks at the guided evening. */
export const flow = featureFlow({
  place: 80,
  as: 'supervisor',
  screens: {
    ...showing(['page:evidence'], 'evidence', 'evidence-duty', 'pack-place', 'pack-form', 'pack-made'),
    evening: ['page:evening'],
  },
  async run(walk, look, desk) {
    // What was just done elsewhere is told for some seconds.
    await get(walk, 'toast').waitFor({ state: 'detached' });
    await desk.open('evidence');
    await look('evidence', { wait: 'packs-none' });
    await get(walk, 'duty-encryption-and-keys').locator('[data-row-button]').click();
    await look('evidence-duty', { wait: 'duty-history' });
    await desk.page.keyboard.press('Escape');
    await get(walk, 'duty-drawer').waitFor({ state: 'detached' });
    await look('pack-place', { press: 'pack-make' });
    const folder = `${walk.backupFolder}-pack`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
    await desk.answerSaveDialog(join(folder, '迎检材料.pdf'));
    await look('pack-form', { press: 'pack-place-submit', wait: 'pack-form' });
    await desk.fillSecret('pin-input', DESK_STAFF.supervisor.pin);
    await look('pack-made', { press: 'pack-submit', wait: 'pack-made' });
    await desk.open('evening');
    await look('evening', { wait: 'evening-progress' });
    await desk.page.keyboard.press('Escape');
  },
});
