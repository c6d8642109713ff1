/** A workbook of residents, and its import as a supervisor does it, as the tests that kill need it. */
import { join } from 'node:path';
import type { FileId } from '../../../contract/ids.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { writeWorkbook } from '../fixture-workbooks.ts';
import { previewOf } from '../requests-of.ts';
import { makeTempDir } from '../temp-dir.ts';
import type { VaultHarness } from '../vault-harness.ts';

export const WORKBOOK = 'f'.repeat(32) as FileId;

/** Its path. */
export async function writeOwners(residents: number): Promise<string> {
  const path = join(makeTempDir(), 'owners.csv');
  await writeWorkbook(path, { residents, format: 'csv-utf8' });
  return path;
}

/** As the supervisor who is signed in; rows that might be somebody known are taken for others. */
export async function importWhole(
  desk: VaultHarness,
  workbook: string,
): Promise<{ readonly importId: number; readonly created: number }> {
  desk.vault.offerFile(WORKBOOK, workbook);
  const { sheets } = await desk.call('import.open', { fileId: WORKBOOK });
  const supervisor = await desk.proofOf('supervisor');
  const { planId } = await preview(desk, previewOf(WORKBOOK, sheets, supervisor));
  return desk.call('import.apply', {
    planId,
    answers: { rest: 'other', kinds: [], despite: [], rows: [] },
    supervisor,
  });
}

/** A machine that kills keep busy may be slower than a preview waits for: it is asked for again, a few times. */
async function preview(
  desk: VaultHarness,
  request: RouteRequest<'import.preview'>,
  timesMore = 5,
): Promise<RouteReply<'import.preview'>> {
  const result = await desk.ask<'import.preview'>('import.preview', request);
  if (result.ok) return result.value;
  if (!/^(?:workbook|row)-too-slow$/.test(result.error.code) || timesMore === 0)
    throw new Error(`import.preview: ${result.error.code}`);
  return preview(desk, request, timesMore - 1);
}
