/** Files that are no workbook to import: each kind has its own name, and the vault is as it was. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import {
  bombWorkbook,
  brokenWorkbook,
  emptyWorkbook,
  encodeSheets,
  encryptedWorkbook,
  trapSheet,
  workbookWithoutColumns,
} from '../../support/fixture-workbooks.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { type FaultDesk, everythingButCounts, makeFaultDesk, signIn } from './fault-desk.ts';

let desk: FaultDesk;
beforeAll(async () => {
  desk = await makeFaultDesk();
  await desk.putBack('killed');
  expect(await signIn(desk, 'receptionist')).toBe('ok');
});
afterAll(() => desk.dispose());

const FILES: Readonly<Record<string, readonly [code: string, make: () => Uint8Array]>> = {
  'half of a workbook': ['workbook-unreadable', brokenWorkbook],
  'a picture': [
    'workbook-unreadable',
    () =>
      Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        Buffer.alloc(4000, 0x83),
      ]),
  ],
  'an archive of something else': [
    'workbook-unreadable',
    () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 1)]),
  ],
  'a web page saved as a workbook': [
    'workbook-unreadable',
    () => Buffer.from('<html><table><tr><td>房号</td></tr></table></html>'),
  ],
  'a compound file cut short': [
    'workbook-unreadable',
    () => encodeSheets([trapSheet()], 'xls').subarray(0, 3000),
  ],
  nothing: ['workbook-empty', () => new Uint8Array()],
  'a sheet without a cell': ['workbook-empty', emptyWorkbook],
  'a workbook with a password': ['workbook-encrypted', encryptedWorkbook],
  'an archive that unpacks to very much': ['workbook-too-large', () => bombWorkbook(600 * 1024 * 1024)],
  'rows without a name or a room': ['workbook-no-columns', workbookWithoutColumns],
};

describe('import of', () => {
  let offered = 0;
  async function tryToOpen(path: string): Promise<string> {
    const fileId = String(offered++).padStart(32, '0') as FileId;
    desk.harness.vault.offerFile(fileId, path);
    return desk.harness.codeOf('import.open', { fileId });
  }

  it.each(Object.keys(FILES))('%s', async (name) => {
    const [code, make] = FILES[name]!;
    const path = join(makeTempDir(), 'owners.xlsx');
    writeFileSync(path, make());
    const before = everythingButCounts(desk);
    expect(await tryToOpen(path)).toBe(code);
    expect(everythingButCounts(desk)).toEqual(before);
    expect(desk.harness.hostCalls.at(-1)).toBe('long-work false');
  });

  it('a file that has gone, and a folder', async () => {
    const dir = makeTempDir();
    mkdirSync(join(dir, 'owners.xlsx'));
    expect(await tryToOpen(join(dir, 'owners.xlsx'))).toBe('workbook-unreadable');
    expect(await tryToOpen(join(dir, 'gone.xlsx'))).toBe('workbook-unreadable');
  });
});
