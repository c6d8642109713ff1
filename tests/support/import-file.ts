/** A workbook imported by the routes that a page asks, as far as its preview; `apply` writes it. */
import { join } from 'node:path';
import type { FileId } from '../../contract/ids.ts';
import { type FixtureCell, writeSheets } from './fixture-workbooks.ts';
import { proposedMapping } from './proposed-mapping.ts';
import { applyOf } from './requests-of.ts';
import { makeTempDir } from './temp-dir.ts';
import type { VaultHarness } from './vault-harness.ts';

const BOOK = 'b0'.repeat(16) as FileId;

interface Options {
  /** How its sheets are mapped; as is proposed without it. */
  readonly choose?: typeof proposedMapping;
  /** Who agrees; the supervisor by the PIN of before without it. */
  readonly supervisor?: Awaited<ReturnType<VaultHarness['proofOf']>>;
}

/** The file that lies there, as whoever is signed in. */
export async function previewFile(desk: VaultHarness, path: string, options: Options = {}) {
  const { choose = proposedMapping, supervisor = await desk.proofOf('supervisor') } = options;
  desk.vault.offerFile(BOOK, path);
  const { sheets } = await desk.call('import.open', { fileId: BOOK });
  const plan = await desk.call('import.preview', {
    fileId: BOOK,
    sheets: choose(sheets),
    takesIdNumbers: true,
    supervisor,
  });
  const requestOf = (rest: 'leave-out' | 'other') => applyOf(plan.planId, rest, supervisor);
  return {
    plan,
    sheets,
    requestOf,
    /** `rest`: the answer to each question. */
    apply: (rest: 'leave-out' | 'other' = 'leave-out') => desk.call('import.apply', requestOf(rest)),
  };
}

/** The same of a workbook with one sheet, whose header is the first row. */
export function previewRows(
  desk: VaultHarness,
  rows: readonly (readonly FixtureCell[])[],
  options: Options = {},
) {
  const path = join(makeTempDir(), 'owners.xlsx');
  writeSheets(path, [{ name: '业主', rows }], 'xlsx');
  return previewFile(desk, path, options);
}
