/** What an import leaves on the disk: the rows to correct, where somebody chose, and nothing of the original where they wish so. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { FileId } from '../../../contract/ids.ts';
import type { ImportPlan, WorkbookSheet } from '../../../contract/import/views.ts';
import { disposeFile, markFile } from '../../../main/vault/file-disposal/dispose-file.ts';
import { openWorkbook } from '../../../main/vault/import/read-workbook.ts';
import {
  type FixtureSheet,
  familySheet,
  referringSheets,
  trapSheet,
  writeSheets,
} from '../../support/fixture-workbooks.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { HAS_UNIX_FILES } from '../../support/platform.ts';
import { proposedMapping } from '../../support/proposed-mapping.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { applyOf } from '../../support/requests-of.ts';

const FILE = 'a'.repeat(32) as FileId;
const OUT = 'b'.repeat(32) as FileId;

/** Whatever the file is called by now. */
function readAll(descriptor: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(fstatSync(descriptor).size);
  readSync(descriptor, bytes, 0, bytes.length, 0);
  return bytes;
}

describe('the files of an import', () => {
  let desk: VaultHarness;
  let folder: string;
  let book: string;
  let out: string;
  beforeEach(async () => {
    desk = await openDesk('receptionist');
    folder = makeTempDir();
    book = join(folder, 'owners.xlsx');
    out = join(folder, 'rejects.xlsx');
  });
  afterEach(() => desk.dispose());

  const open = async (path = book): Promise<WorkbookSheet[]> => {
    await desk.call('import.cancel', {});
    desk.vault.offerFile(FILE, path);
    return (await desk.call('import.open', { fileId: FILE })).sheets;
  };
  const preview = async (sheets: SheetMapping[]): Promise<ImportPlan> =>
    desk.call('import.preview', {
      fileId: FILE,
      sheets,
      takesIdNumbers: true,
      supervisor: await desk.proofOf('supervisor'),
    });
  const apply = async (plan: ImportPlan) =>
    desk.call('import.apply', applyOf(plan.planId, 'leave-out', await desk.proofOf('supervisor')));
  const importSheets = async (sheets: readonly FixtureSheet[]) => {
    writeSheets(book, sheets, 'xlsx');
    return apply(await preview(proposedMapping(await open())));
  };
  const saveRejects = async (changes: object = {}) => {
    desk.vault.offerFile(OUT, out, 'rejects');
    return desk.ask('import.saveRejects', {
      fileId: OUT,
      language: 'zh-CN',
      supervisor: await desk.proofOf('supervisor'),
      ...changes,
    });
  };
  const entriesOf = async (action: string) => {
    await desk.switchTo('supervisor');
    return (await desk.call('log.list', { before: null, limit: 50 })).entries.filter(
      (entry) => entry.action === action,
    );
  };

  /** One row that comes in, and two of which nothing can be made. */
  const LEFT: FixtureSheet = {
    name: '业主信息',
    rows: [
      ['房号', '业主名称', '身份证号', '备注'],
      [null, '何平', null, 'no room'],
      [{ t: 'n', v: 45000, z: 'm/d' }, '罗飞', null, 'a date'],
      ['1-1-101', '张明', idNumberOf(1), 'taken'],
    ],
  };

  it('are exactly the rejected rows as they stood, each with its reason, and come in once they are corrected', async () => {
    await importSheets([LEFT]);
    expect(await saveRejects()).toEqual({ ok: true, value: { rows: 2 } });
    if (HAS_UNIX_FILES) expect(statSync(out).mode & 0o077).toBe(0);
    const [sheet] = (await openWorkbook(out)).sheets;
    const header = sheet!.rows[0]!;
    expect(header.at(-1)).toBe('未收原因');
    expect(sheet!.rows.slice(1).map((row) => [row.at(-1), row[header.indexOf('备注')]])).toEqual([
      ['没有房号', 'no room'],
      ['房号无法识别', 'a date'],
    ]);
    expect(sheet!.marks.flatMap((marks) => [...(marks ?? [])]).every((mark) => mark === 0)).toBe(true);

    // Corrected: the first row gets a room. The column that was added is not read.
    const rows = sheet!.rows.map((row, index) => (index === 1 ? ['1-1-102', ...row.slice(1)] : [...row]));
    writeSheets(book, [{ name: sheet!.name, rows }], 'xlsx');
    const again = await open();
    expect(again[0]!.columns.find((column) => column.header === '未收原因')?.target).toBeNull();
    expect(await apply(await preview(proposedMapping(again)))).toMatchObject({ created: 1, rows: 2 });
  });

  it('hold rows that were left out too, and of a family the room that stood above', async () => {
    const [owner, ...others] = familySheet().rows.slice(1, 4);
    await importSheets([
      {
        name: '住户',
        rows: [
          familySheet().rows[0]!,
          owner!,
          ...others.map((row) =>
            row.map((cell, column) => (column === 3 && row[1] === '李晓红' ? phoneOf(99) : (cell ?? null))),
          ),
          // Twice in a room with another phone: asked, and left out.
          [null, '李晓红', '夫妻', phoneOf(2)],
          [null, '李晓红', '夫妻', phoneOf(3)],
        ],
      },
    ]);
    expect(await saveRejects()).toMatchObject({ ok: true, value: { rows: 2 } });
    const [sheet] = (await openWorkbook(out)).sheets;
    expect(sheet!.rows.slice(1).map((row) => [row[0], row[1]])).toEqual([
      ['3-2-1801', '李晓红'],
      ['3-2-1801', '李晓红'],
    ]);
  });

  it('keep the sheets apart', async () => {
    await importSheets(referringSheets());
    expect(await saveRejects({ language: 'en' })).toMatchObject({ ok: true, value: { rows: 4 } });
    expect((await openWorkbook(out)).sheets.map(({ name, rows }) => [name, rows.length - 1])).toEqual([
      ['车辆', 3],
      ['业主', 1],
    ]);
  });

  it('hold a row that became unclear after the preview, with its cells and why, and nobody is guessed by what was said of the rest', async () => {
    const header = ['房号', '业主名称', '手机号'];
    await importSheets([{ name: '业主', rows: [header, ['1-1-101', '张三', phoneOf(1)]] }]);
    writeSheets(
      book,
      [{ name: '业主', rows: [header, ['1-1-102', '李四', phoneOf(2)], ['1-1-103', '王五', phoneOf(3)]] }],
      'xlsx',
    );
    const plan = await preview(proposedMapping(await open()));
    expect(plan.counts).toMatchObject({ new: 2, ambiguous: 0 });
    await desk.addPerson(
      draftOf(7, {
        name: '李四',
        rooms: [{ text: '1-1-102', relation: 'owner' }],
        plates: [],
        sealed: [{ field: 'phone', value: phoneOf(7) }],
      }),
      PINS.receptionist,
    );
    const result = await desk.call(
      'import.apply',
      applyOf(plan.planId, 'other', await desk.proofOf('supervisor')),
    );
    expect(result).toMatchObject({
      created: 1,
      rejected: [{ sheet: '业主', row: 2, reason: 'became-unclear' }],
    });
    expect(await saveRejects()).toEqual({ ok: true, value: { rows: 1 } });
    expect((await openWorkbook(out)).sheets.map(({ rows }) => rows)).toEqual([
      [
        [...header, '未收原因'],
        ['1-1-102', '李四', phoneOf(2), '预览后档案有变化，无法确定是谁'],
      ],
    ]);
  });

  it("are written under a supervisor's PIN alone, with an entry that holds counts", async () => {
    await importSheets([LEFT]);
    const supervisor = { ...(await desk.proofOf('supervisor')), pin: 'not-this-one' };
    expect(await saveRejects({ supervisor })).toMatchObject({ ok: false, error: { code: 'wrong-pin' } });
    expect(await saveRejects({ supervisor: await desk.proofOf('receptionist') })).toMatchObject({
      ok: false,
      error: { code: 'needs-supervisor' },
    });
    expect(existsSync(out)).toBe(false);
    expect(await saveRejects()).toMatchObject({ ok: true });
    expect(
      (await entriesOf('import-rejects')).map(({ detail, cosignerName }) => [detail, cosignerName]),
    ).toEqual([[{ rows: 2 }, 'Super One']]);
  });

  it('are written to no place that was not chosen for it, and not where there are none', async () => {
    await importSheets([LEFT]);
    const code = async (fileId: FileId): Promise<ErrorCode | 'ok'> =>
      desk.codeOf('import.saveRejects', {
        fileId,
        language: 'en',
        supervisor: await desk.proofOf('supervisor'),
      });
    expect(await code('c'.repeat(32) as FileId)).toBe('not-found');
    expect(await code(FILE)).toBe('not-found');
    desk.vault.offerFile(OUT, join(folder, 'no-such-folder', 'x.xlsx'), 'rejects');
    expect(await code(OUT)).toBe('file-not-written');
    await desk.call('import.cancel', {});
    desk.vault.offerFile(OUT, out, 'rejects');
    expect(await code(OUT)).toBe('no-rejects');
    expect(readdirSync(folder)).toEqual(['owners.xlsx']);
  });

  describe('the original', () => {
    const dispose = (): Promise<ErrorCode | 'ok'> => desk.codeOf('import.dispose', { fileId: FILE });

    it('is overwritten and removed where it lies, with an entry', async () => {
      await importSheets([trapSheet()]);
      const other = join(folder, 'other-name.xlsx');
      linkSync(book, other);
      expect(await desk.call('import.dispose', { fileId: FILE })).toMatchObject({
        otherNames: true,
      });
      expect(readdirSync(folder)).toEqual(['other-name.xlsx']);
      expect(readFileSync(other)).toHaveLength(0);
      expect((await entriesOf('import-dispose')).map(({ outcome, detail }) => [outcome, detail])).toEqual([
        ['done', { bytes: expect.any(Number) as number }],
      ]);
    });

    it('stays where it has not been imported, or the import was left', async () => {
      writeSheets(book, [trapSheet()], 'xlsx');
      const plan = await preview(proposedMapping(await open()));
      expect(await dispose()).toBe('not-found');
      await apply(plan);
      await desk.call('import.cancel', {});
      expect(await dispose()).toBe('not-found');
      expect(existsSync(book)).toBe(true);
    });

    it('stays where it was written to since it was read, or is another file or a link by now', async () => {
      await importSheets([trapSheet()]);
      const bytes = readFileSync(book);
      writeFileSync(book, Buffer.concat([bytes, Buffer.from('more')]));
      expect(await dispose()).toBe('file-changed');
      unlinkSync(book);
      writeFileSync(join(folder, 'precious'), bytes);
      symlinkSync(join(folder, 'precious'), book);
      expect(await dispose()).toBe('file-changed');
      expect(readFileSync(join(folder, 'precious'))).toEqual(bytes);
      expect((await entriesOf('import-dispose')).filter(({ outcome }) => outcome === 'failed')).toHaveLength(
        2,
      );
    });

    it('has been written over on the disk before it is cut and removed: each of its bytes, read by who holds it open', async () => {
      const path = join(folder, 'held.bin');
      const bytes = Buffer.alloc(2 * 1024 * 1024 + 4099, 'resident ');
      writeFileSync(path, bytes);
      const held = openSync(path, 'r');
      const probe = await openFile(path, 'r');
      const handles = Object.getPrototypeOf(probe) as FileHandle;
      await probe.close();
      /** What stands in the file each time that the disk is asked to keep it. */
      const kept: Buffer[] = [];
      const sync = vi.spyOn(handles, 'sync').mockImplementation(function (this: FileHandle) {
        // The limiter writes its counts meanwhile.
        if (fstatSync(this.fd).ino === fstatSync(held).ino) kept.push(readAll(held));
        return new Promise((resolve, reject) => {
          fsync(this.fd, (error) => (error === null ? resolve() : reject(error)));
        });
      });
      await disposeFile(path, (await markFile(path))!).finally(() => sync.mockRestore());
      const [over, cut] = kept as [Buffer, Buffer];
      expect([over.length, cut.length]).toEqual([bytes.length, 0]);
      expect(existsSync(path)).toBe(false);
      for (let at = 0; at + 16 <= bytes.length; at += 16)
        if (over.subarray(at, at + 16).equals(bytes.subarray(at, at + 16)))
          expect.fail(`byte ${at} stands as it was`);
      expect(over.includes('resident')).toBe(false);
      expect(readAll(held)).toHaveLength(0);
      closeSync(held);
    });

    it('holds none of its bytes once they are written over, whatever its size', async () => {
      const path = join(folder, 'large.bin');
      writeFileSync(path, Buffer.alloc(3 * 1024 * 1024 + 17, 'resident '));
      const other = join(folder, 'kept-open');
      linkSync(path, other);
      const mark = await markFile(path);
      expect(await disposeFile(path, mark!)).toEqual({ bytes: 3 * 1024 * 1024 + 17, otherNames: true });
      expect(readdirSync(folder)).toEqual(['kept-open']);
      expect(readFileSync(other)).toHaveLength(0);
    });
  });

  describe('the mapping of a layout', () => {
    const ODD: FixtureSheet = {
      name: '名册',
      rows: [
        ['某小区名册'],
        // Called alike, so that no reader takes the row for the headings.
        ['字', '字', '手机号'],
        ['3-2-1801', '张明', phoneOf(1)],
        ['3-2-1802', '李晓红', phoneOf(2)],
      ],
    };
    const mapped = (sheet: WorkbookSheet) => sheet.columns.map(({ target }) => target);
    const BY_HAND: SheetMapping = {
      sheet: '名册',
      headerRow: 2,
      place: { estate: '', building: '', unit: '' },
      columns: [
        { index: 0, target: 'roomText' },
        { index: 1, target: 'name' },
        { index: 2, target: 'phone' },
      ],
    };

    it('is chosen by hand, header row included, remembered with the import, and forgotten when asked', async () => {
      writeSheets(book, [ODD], 'xlsx');
      expect((await open())[0]).toMatchObject({ headerRow: null, remembered: false });
      const chosen = await desk.call('import.sheet', { fileId: FILE, sheet: '名册', headerRow: 2 });
      expect(chosen).toMatchObject({ headerRow: 2, dataRows: 2, otherRows: 1, remembered: false });
      expect(chosen.columns.map(({ target, sure }) => [target, sure])).toEqual([
        ['roomText', true],
        ['name', true],
        ['phone', true],
      ]);
      expect(await apply(await preview([BY_HAND]))).toMatchObject({ created: 2 });

      const [next] = await open();
      expect(next).toMatchObject({ headerRow: 2, remembered: true });
      expect(mapped(next!)).toEqual(['roomText', 'name', 'phone']);
      const forgotten = await desk.call('import.forgetLayout', { fileId: FILE, sheet: '名册', headerRow: 2 });
      expect(forgotten).toMatchObject({ remembered: false, asks: [] });
      expect((await open())[0]).toMatchObject({ headerRow: null, remembered: false });
      expect(await entriesOf('import-layout')).toHaveLength(1);
    });

    it('is chosen for a workbook of which no header is known at all, and remembered', async () => {
      const unknown: FixtureSheet = {
        name: '名册',
        rows: [
          ['哪一户', '谁', '谁'],
          ['3-2-1801', '张明', phoneOf(1)],
          ['3-2-1802', '李晓红', phoneOf(2)],
        ],
      };
      writeSheets(book, [unknown], 'xlsx');
      const [opened] = await open();
      expect(opened).toMatchObject({
        headerRow: null,
        firstRows: [{ row: 1, cells: ['哪***', '谁***', '谁***'] }, { row: 2 }, { row: 3 }],
      });
      for (const value of ['张明', phoneOf(1), '李晓红']) expect(JSON.stringify(opened)).not.toContain(value);
      expect(await desk.call('import.sheet', { fileId: FILE, sheet: '名册', headerRow: 1 })).toMatchObject({
        asks: ['columns'],
      });
      expect(await apply(await preview([{ ...BY_HAND, headerRow: 1 }]))).toMatchObject({ created: 2 });
      const [next] = await open();
      expect(next).toMatchObject({ headerRow: 1, remembered: true, firstRows: [] });
      expect(mapped(next!)).toEqual(['roomText', 'name', 'phone']);
    });

    it('is said column by column where no row is a header; what is handed back has headers that are known', async () => {
      writeSheets(
        book,
        [
          {
            name: '名册',
            rows: [
              ['二期名册'],
              [null, '王伟', '空号'],
              ['3-2-1801', '张明', phoneOf(1)],
              ['3-2-1802', '李晓红', phoneOf(2)],
            ],
          },
        ],
        'xlsx',
      );
      const [opened] = await open();
      expect(opened).toMatchObject({ headerRow: null });
      const chosen = await desk.call('import.sheet', { fileId: FILE, sheet: '名册', headerRow: 0 });
      expect(chosen).toMatchObject({
        headerRow: 0,
        dataRows: 3,
        otherRows: 1,
        lines: { count: 1, first: [{ estate: '二期' }] },
      });
      expect(mapped(chosen)).toEqual(['roomText', 'name', 'phone']);
      expect(await apply(await preview([{ ...BY_HAND, headerRow: 0 }]))).toMatchObject({
        created: 2,
        rejected: [{ row: 2, reason: 'no-room' }],
      });
      expect((await desk.call('people.search', { text: '3-2-1801' })).groups).toHaveLength(1);
      // No header, nothing to remember it by.
      expect((await open())[0]).toMatchObject({ headerRow: null, remembered: false });
      await preview([{ ...BY_HAND, headerRow: 0 }]);
      expect(await saveRejects()).toMatchObject({ ok: true, value: { rows: 1 } });
      const [again] = await open(out);
      expect(again).toMatchObject({ headerRow: 1, dataRows: 1 });
      expect(mapped(again!)).toEqual(['roomText', 'name', 'phone', null]);
    });

    it('is not remembered before it is imported, nor where the headers say it themselves', async () => {
      writeSheets(book, [ODD], 'xlsx');
      await open();
      await preview([BY_HAND]);
      expect((await open())[0]).toMatchObject({ remembered: false });
      await importSheets([trapSheet()]);
      expect((await open())[0]).toMatchObject({ remembered: false });
    });

    it('is that of the rejected rows as well, whose added column does not count', async () => {
      const [title, heads, ...rows] = ODD.rows;
      writeSheets(book, [{ ...ODD, rows: [title!, heads!, [null, '王伟'], ...rows] }], 'xlsx');
      await open();
      await apply(await preview([BY_HAND]));
      expect(await saveRejects()).toMatchObject({ ok: true, value: { rows: 1 } });
      const [sheet] = await open(out);
      expect(sheet).toMatchObject({ headerRow: 1, remembered: true });
      expect(mapped(sheet!)).toEqual(['roomText', 'name', 'phone', null]);
    });

    it('shows nothing of a resident whose row is taken for a header', async () => {
      writeSheets(book, [ODD], 'xlsx');
      await open();
      const text = JSON.stringify(
        await desk.call('import.sheet', { fileId: FILE, sheet: '名册', headerRow: 3 }),
      );
      for (const value of ['张明', phoneOf(1), '李晓红', phoneOf(2)]) expect(text).not.toContain(value);
      expect(await desk.codeOf('import.sheet', { fileId: FILE, sheet: '名册', headerRow: 9 })).toBe(
        'bad-request',
      );
      expect(await desk.codeOf('import.sheet', { fileId: FILE, sheet: 'no such', headerRow: 1 })).toBe(
        'bad-request',
      );
    });
  });
});
