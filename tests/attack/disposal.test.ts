/**
 * A workbook is imported and destroyed; an office program has kept a copy, another lies in the recycle bin, a third beside it. Once what the
 * check has found is destroyed as well, whoever searches every byte of the computer for a resident finds nothing in clear.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Disposal } from '../../contract/file-disposal/routes.ts';
import type { FileId } from '../../contract/ids.ts';
import { scanFile } from '../../main/vault/scan/scan-file.ts';
import { rosterRows } from '../support/features/sweep.ts';
import { scannersHere } from '../support/scanners-here.ts';
import { packWorkbook } from '../support/sweep-corpus/pack.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';
import { applyOf, previewOf } from '../support/requests-of.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const BOOK = 'b0'.repeat(16) as FileId;
const NAME = '业主信息表 2026.xlsx';
const ROWS = [['房号', '业主名称', '手机号', '身份证号'], ...rosterRows(24, 77)];
/** Phones and ID numbers. */
const VALUES = ROWS.slice(1).flatMap(([, , phone, id]) => [phone, id].filter((value) => value !== ''));

const home = makeTempDir();
const at = (...parts: readonly string[]): string => {
  const path = join(home, ...parts);
  mkdirSync(dirname(path), { recursive: true });
  return path;
};
const source = at('资料', NAME);
const copies = [
  at('.local', 'share', 'Kingsoft', 'office6', 'data', 'backup', '业主信息表 2026.20260512.bak.xls'),
  at('.local', 'share', 'Trash', 'files', NAME),
  at('资料', '业主信息表 2026 - 副本.xlsx'),
  at('Desktop', '发给物业.xlsx'),
];
const recent = at('.local', 'share', 'recently-used.xbel');
const temp = at('tmp', '.keep').replace(/\/\.keep$/, '');
const scanners = scannersHere({ home, desktop: join(home, 'Desktop'), documents: join(home, 'Documents') });
/** Where printers' systems keep what waits. */
const SPOOLS = ['/var/spool/cups', '/var/spool/cups/tmp'];

let desk: VaultHarness;
const tmp = process.env['TMPDIR'];

beforeAll(async () => {
  process.env['TMPDIR'] = temp;
  desk = await openDesk('supervisor', { scanners });
});
afterAll(() => {
  if (tmp === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = tmp;
});

/** Files in which any planted value stands: in their bytes, or packed in a workbook. */
async function filesWithValues(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of [home, desk.vaultDir, ...SPOOLS]) {
    if (!existsSync(folder)) continue;
    for (const path of filesIn(folder)) {
      // The store's own files come and go.
      const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
      const isPlain = VALUES.some(
        (value) => bytes.includes(value!) || bytes.includes(Buffer.from(value!, 'utf16le')),
      );
      const { people } = await scanFile(path, { key: Buffer.alloc(32), today: Date.now() });
      if (isPlain || people > 0) found.push(path);
    }
  }
  return found.toSorted();
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function checked(): Promise<Disposal> {
  await expect.poll(async () => (await desk.call('disposals.list', {})).disposals[0]?.state).toBe('checked');
  return (await desk.call('disposals.list', {})).disposals[0]!;
}

describe('a workbook that was imported and destroyed', () => {
  it('is in no folder in clear once the copies that were found are destroyed as well', async () => {
    writeFileSync(source, packWorkbook(ROWS, 'xlsx'));
    for (const copy of copies)
      writeFileSync(copy, packWorkbook(ROWS, copy.endsWith('.xls') ? 'xls' : 'xlsx'));
    writeFileSync(
      recent,
      `<xbel><bookmark href="file://${dirname(source)}/${encodeURIComponent(NAME)}"/></xbel>`,
    );
    expect(await filesWithValues()).toEqual([source, ...copies].toSorted());

    desk.vault.offerFile(BOOK, source);
    const { sheets } = await desk.call('import.open', { fileId: BOOK });
    const { planId } = await desk.call(
      'import.preview',
      previewOf(BOOK, sheets, await desk.proofOf('supervisor')),
    );
    await desk.call('import.apply', applyOf(planId, 'leave-out', await desk.proofOf('supervisor')));
    const { disposalId } = await desk.call('import.dispose', { fileId: BOOK });
    expect(await filesWithValues()).toEqual(copies.toSorted());

    await desk.call('disposals.check', { disposalId });
    const disposal = await checked();
    const places = disposal.copies.map(({ place, kind, name }) => [place, kind, name]);
    expect(places.toSorted()).toEqual(
      [
        ['bin', 'copy', NAME],
        ['desktop', 'copy', '发给物业.xlsx'],
        ['office-backup', 'copy', '业主信息表 2026.20260512.bak.xls'],
        ['recent', 'listed', 'recently-used.xbel'],
        ['source', 'copy', '业主信息表 2026 - 副本.xlsx'],
      ].toSorted(),
    );
    for (const { copyId, kind } of disposal.copies) {
      const request = { copyId, pin: PINS.supervisor };
      expect(await desk.codeOf('disposals.destroy', { ...request, pin: 'wrong-pin-12' })).toBe('wrong-pin');
      expect(await desk.codeOf('disposals.destroy', request)).toBe(kind === 'listed' ? 'not-allowed' : 'ok');
    }
    expect(await filesWithValues()).toEqual([]);
    expect(existsSync(recent)).toBe(true);
    await desk.vault.close();
    await desk.start();
    expect(await filesWithValues()).toEqual([]);
  });

  it('says no value in its entries, and no name of a file', async () => {
    await desk.unlock('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 50 });
    const told = entries.filter(({ action }) => /dispos/.test(action));
    expect(told.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['import-dispose', 'disposal-check', 'disposal-copy']),
    );
    const text = JSON.stringify(told);
    expect(text).not.toContain('业主信息表');
    for (const value of VALUES) expect(text).not.toContain(value);
  });
});
