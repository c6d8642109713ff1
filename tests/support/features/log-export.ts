/** Exports of the log in the tests that go over every feature. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId } from '../../../contract/ids.ts';
import type { LogExportFormat } from '../../../contract/log-export/lists.ts';
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { VisitsOf } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';
import type { VaultHarness } from '../vault-harness.ts';

const FILE = 'e5'.repeat(16) as FileId;

/** Where an export of that format is to go, as main offers it. */
export function pickExport(desk: Pick<VaultHarness, 'vault'>, format: LogExportFormat): string {
  const path = join(makeTempDir(), `log.${format}`);
  desk.vault.offerFile(FILE, path, 'log-export');
  return path;
}

/** The request for it, without the PINs. */
export const exportOf = (format: LogExportFormat) =>
  ({ fileId: FILE, format, purpose: '物业检查', recipient: '街道办', language: 'zh-CN' }) as const;

export const visits: VisitsOf<'exports'> = {
  'exports.write': async (walk) => {
    pickExport(walk.desk, 'jsonl');
    // Whoever walks may be a supervisor or an admin; another admin there is not.
    const approver = walk.role === 'supervisor' ? { approver: await walk.desk.proofOf('admin') } : {};
    return walk.ask('exports.write', { ...exportOf('jsonl'), pin: walk.pin, ...approver });
  },
};

// --- the screens

/** A supervisor exports the log, and an admin approves it. */
export const flow = featureFlow({
  place: 160,
  as: 'supervisor',
  screens: { ...showing(['page:log-export'], 'log-export-none', 'log-export-form', 'log-export-written') },
  async run(walk, look, desk) {
    await desk.open('log');
    await click(walk, 'log-more');
    await look('log-export-none', { press: 'log-export', wait: 'log-export-none' });
    await click(walk, 'log-export-open');
    await get(walk, 'log-export-purpose').fill('街道检查');
    await get(walk, 'log-export-recipient').fill('街道办');
    await look('log-export-form');
    const folder = `${walk.backupFolder}-export`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
    await desk.answerSaveDialog(join(folder, '操作记录.jsonl'));
    await get(walk, 'log-export-pin').fill(DESK_STAFF.supervisor.pin);
    await get(walk, 'log-export-approver-pin-input').fill(DESK_STAFF.admin.pin);
    await look('log-export-written', { press: 'log-export-submit', wait: 'log-export-written' });
    await desk.page.keyboard.press('Escape');
  },
});
