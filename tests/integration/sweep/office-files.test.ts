/** Files by the programs of offices, with their habits, and what a sweep makes of them: those who made them knew nothing of how they are read. */
import fs, { rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIN_PEOPLE } from '../../../contract/sweep/lists.ts';
import { scanFile } from '../../../main/vault/scan/scan-file.ts';
import { isFullRun } from '../../support/full-run.ts';
import {
  OFFICE_FILES,
  type OfficeFile,
  falseAlarmsOf,
  makeOfficeFiles,
  missedOf,
  readOfficeFiles,
} from '../../support/office-files.ts';
import { packOle, packZip } from '../../support/sweep-corpus/pack.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const scan = async (name: string, bytes: Buffer) => {
  const path = join(makeTempDir(), name);
  writeFileSync(path, bytes);
  return scanFile(path, { key: new Uint8Array(32), today: Date.UTC(2026, 5, 1) });
};
const named = (files: readonly OfficeFile[]): readonly string[] => files.map(({ name }) => name);
const silent = (files: readonly OfficeFile[]): readonly OfficeFile[] =>
  files.filter(({ scanned }) => scanned.unread === null);

function holds(files: readonly OfficeFile[]): void {
  expect(files.filter(({ expected }) => expected === 'people').length).toBeGreaterThan(85);
  expect(files.filter(({ expected }) => expected === 'nobody').length).toBeGreaterThan(30);
  expect(named(missedOf(files)).length, named(missedOf(files)).join()).toBeLessThanOrEqual(1);
  expect(named(silent(missedOf(files)))).toEqual([]);
  expect(named(falseAlarmsOf(files)).length, named(falseAlarmsOf(files)).join()).toBeLessThanOrEqual(1);
  expect(named(silent(files.filter(({ expected }) => expected === 'unread')))).toEqual([]);
}

describe('of files that office programs have made', () => {
  let files: readonly OfficeFile[];
  beforeAll(async () => {
    files = await readOfficeFiles(OFFICE_FILES);
  }, 60_000);

  it('a sweep misses at most one with three people or more, and none in silence, and takes at most one other for such', () => {
    holds(files);
  });

  it('it reads a workbook that has an object in it, and the object as well', () => {
    // The object is the beginning of a Word document and nothing more.
    expect(files.find(({ name }) => name === '带对象.xls')?.scanned).toMatchObject({
      kind: 'workbook',
      phones: 10,
      unread: 'damaged',
    });
  });

  it('it reads each of the programs, and every kind of file', () => {
    const found = files.filter(({ scanned }) => scanned.people >= MIN_PEOPLE);
    expect(new Set(found.map(({ tool }) => tool)).size).toBeGreaterThan(9);
    expect(new Set(found.map(({ scanned }) => scanned.kind))).toEqual(
      new Set(['workbook', 'document', 'text', 'pdf', 'archive']),
    );
  });
});

const made = isFullRun ? makeOfficeFiles(makeTempDir(), 1_894) : undefined;
if (made !== undefined) {
  afterAll(() => rmSync(made, { recursive: true }));
  it('it is the same with other people in them, made anew', async () => {
    holds(await readOfficeFiles(made));
  }, 120_000);
}

describe('as disks, programs and habits leave them', () => {
  const phones = ['14278903512', '14367120984', '14290345671'];
  const lines = phones.map((one, n) => `某${n} ${one}`);
  const list = Buffer.from(`编号,业主,电话\n${phones.map((one, n) => `${n},某${n},${one}`).join('\n')}\n`);
  const record = (kind: number, bytes: Buffer, version = 0): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(version, 0);
    head.writeUInt16LE(kind, 2);
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  const slides = (atoms: readonly Buffer[]): Buffer =>
    packOle({
      'PowerPoint Document': Buffer.concat([
        record(0x03e8, record(0x0ff0, Buffer.concat(atoms), 0xf), 0xf),
        Buffer.alloc(4096),
      ]),
    });
  const escaped = (text: string): string =>
    [...text].map((one) => (one.charCodeAt(0) > 127 ? `\\u${one.charCodeAt(0)}\\'3f` : one)).join('');
  const rtf = (texts: readonly string[]): Buffer =>
    Buffer.from(
      `{\\rtf1{\\fonttbl{\\f0 14211112222;}}{\\pict 14233334444}${texts.map((text) => `${escaped(text.slice(0, -4))}{\\b ${text.slice(-4)}}\\par\n`).join('')}}`,
    );
  const pivot = `<pivotCacheDefinition><cacheFields><cacheField name="电话"><sharedItems>${phones.map((one) => `<s v="${one}"/>`).join('')}</sharedItems></cacheField></cacheFields></pivotCacheDefinition>`;
  const page = Buffer.from(`<p>${lines.join('</p><p>')}</p>`);
  const saved = Buffer.from(`<html><script>var list=["${phones.join('","')}"];</script><p>加载中</p></html>`);
  const formPdf = Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[4 0 R 5 0 R]>>endobj',
      `4 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/V(${phones.slice(1).join(' ')})>>endobj`,
      `5 0 obj<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(${phones[0]})>>endobj`,
      'trailer<</Root 1 0 R>>',
    ].join('\n'),
  );
  const word = { name: 'word/document.xml', bytes: Buffer.from('<w:p><w:t>x</w:t></w:p>') };
  const remarks = {
    name: 'docProps/custom.xml',
    bytes: Buffer.from(`<Properties><lpwstr>${lines.join('；')}</lpwstr></Properties>`),
  };
  const sheet = { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from('<worksheet/>') };

  it.each([
    [
      'a text that ends in zeros',
      'a.csv',
      Buffer.concat([list, Buffer.alloc(300), Buffer.from([0xff, 0x80])]),
      'damaged',
    ],
    [
      'an archive with more behind its end',
      'a.xlsx',
      Buffer.concat([packZip([{ name: 'a.csv', bytes: list }]), Buffer.alloc(9000, 7)]),
      null,
    ],
    ['a dump that is packed', 'a.sql.gz', gzipSync(list), null],
    ['a rich text', 'a.rtf', rtf(lines), null],
    [
      'slides of PowerPoint 97',
      'a.ppt',
      slides(lines.map((text) => record(0x0fa0, Buffer.from(text, 'utf16le')))),
      null,
    ],
    [
      'what a pivot table keeps',
      'a.xlsx',
      packZip([sheet, { name: 'xl/pivotCache/pivotCacheDefinition1.xml', bytes: Buffer.from(pivot) }]),
      null,
    ],
    [
      'what a pivot table keeps in records',
      'a.xlsx',
      packZip([
        sheet,
        {
          name: 'xl/pivotCache/pivotCacheRecords1.xml',
          bytes: Buffer.from(
            `<pivotCacheRecords>${phones.map((one) => `<r><x v="1"/><n v="${one}"/></r>`).join('')}</pivotCacheRecords>`,
          ),
        },
      ]),
      null,
    ],
    ['what a document says of itself', 'a.docx', packZip([word, remarks]), null],
    ['what a workbook says of itself', 'a.xlsx', packZip([sheet, remarks]), null],
    [
      'what a document takes in as it is',
      'a.docx',
      packZip([word, { name: 'word/afchunk1.htm', bytes: page }]),
      null,
    ],
    [
      'an archive whose pictures are called by people',
      'a.zip',
      packZip(phones.map((one) => ({ name: `照片/某${one}.jpg`, bytes: Buffer.from('x') }))),
      null,
    ],
    ['a page that has its list in a script', 'a.html', saved, null],
    [
      'a page whose fields are filled in',
      'a.html',
      Buffer.from(
        `<table>${lines.map((text) => `<tr><td><input name=a value='${text}'></td></tr>`).join('')}</table>`,
      ),
      null,
    ],
    [
      'a page that says it under the pointer and in links',
      'a.html',
      Buffer.from(
        `<div title="${lines[0]}">甲</div><a href="tel:${phones[1]}">乙</a><td data-phone="${phones[2]}" src="14211112222" d="M 14222223333">丙</td>`,
      ),
      null,
    ],
    [
      'an export whose cells are attributes',
      'a.xml',
      Buffer.from(
        `<?xml version="1.0"?><rows>${phones.map((one, n) => `<row id="${n}" name="某${n}" phone="${one}"/>`).join('')}</rows>`,
      ),
      null,
    ],
    [
      'a calendar whose long lines are folded',
      'a.ics',
      Buffer.from(
        `BEGIN:VCALENDAR\r\n${phones.map((one) => `DESCRIPTION:回访 ${one.slice(0, 5)}\r\n ${one.slice(5)}\r\n`).join('')}END:VCALENDAR\r\n`,
      ),
      null,
    ],
    [
      'a box of mails',
      'a.mbox',
      Buffer.from(
        lines
          .map(
            (text) =>
              `From desk@example.invalid Mon Jan  5 09:00:00 2026\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(text).toString('base64')}\n\n`,
          )
          .join(''),
      ),
      null,
    ],
    // Beside what is drawn of its fields.
    ['a form that is filled in, with a note', 'a.pdf', formPdf, 'no-text'],
    ['a file that says it in its name alone', `回访_${phones.join('_')}.txt`, Buffer.from('已回访'), null],
  ])('%s is read', async (_, name, bytes, unread) => {
    expect(await scan(name, bytes)).toMatchObject({ phones: 3, people: 3, unread });
  });

  it('a presentation that is encrypted has a password', async () => {
    expect(await scan('a.ppt', slides([record(0x2f14, Buffer.alloc(8))]))).toMatchObject({
      unread: 'locked',
    });
  });

  it.each([
    ['7z', Buffer.from('377abcaf271c', 'hex')],
    ['RAR', Buffer.from('Rar!\u001a\u0007\0')],
    ['SQLite', Buffer.from('SQLite format 3\0')],
    ['Access', Buffer.from('\0\u0001\0\0Standard ACE DB\0')],
    ['tar', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar')])],
  ])('what is in a file of %s is named as unread', async (_, head) => {
    expect(await scan('a.dat', Buffer.concat([head, Buffer.alloc(600)]))).toMatchObject({
      unread: 'no-text',
    });
  });
});

describe('what cannot be read is named', () => {
  const phones = ['14278903512', '14367120984', '14290345671'];
  const list = Buffer.from(`编号,业主,电话\n${phones.map((one, n) => `${n},某${n},${one}`).join('\n')}\n`);

  it.each([
    [
      'a workbook in binary sheets',
      'a.xlsb',
      packZip([{ name: 'xl/worksheets/sheet1.bin', bytes: Buffer.alloc(300, 1) }]),
    ],
    [
      'a document of pictures alone',
      'a.docx',
      packZip([
        { name: 'word/document.xml', bytes: Buffer.from('<w:document><w:p><w:drawing/></w:p></w:document>') },
        { name: 'word/media/image1.png', bytes: Buffer.alloc(40) },
      ]),
    ],
    [
      'a document of a heading and a picture',
      'a.docx',
      packZip([
        {
          name: 'word/document.xml',
          bytes: Buffer.from('<w:document><w:p><w:t>业主名单</w:t></w:p></w:document>'),
        },
        { name: 'word/media/image1.png', bytes: Buffer.alloc(40) },
      ]),
    ],
    [
      'a workbook of a heading and a picture',
      'a.xlsx',
      packZip([
        {
          name: 'xl/worksheets/sheet1.xml',
          bytes: Buffer.from(
            '<worksheet><row><c t="inlineStr"><is><t>业主名单</t></is></c></row></worksheet>',
          ),
        },
        { name: 'xl/media/image1.png', bytes: Buffer.alloc(40) },
      ]),
    ],
  ])('%s has no text', async (_, name, bytes) => {
    expect(await scan(name, bytes)).toMatchObject({ people: 0, unread: 'no-text' });
  });

  it('files deeper in one another than is read are nested', async () => {
    const inside = (bytes: Buffer) =>
      packZip([
        { name: 'word/document.xml', bytes: Buffer.from('<w:p><w:t>x</w:t></w:p>') },
        { name: 'word/embeddings/object.docx', bytes },
      ]);
    expect(await scan('a.docx', inside(inside(list)))).toMatchObject({ phones: 3, unread: null });
    const deep = Array.from({ length: 6 }).reduce<Buffer>((bytes) => inside(bytes), list);
    expect(await scan('a.docx', deep)).toMatchObject({ people: 0, unread: 'nested' });
  });

  it('a table of letters that is not there is no text', async () => {
    const pdf = Buffer.from(
      [
        '%PDF-1.4',
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
        '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
        '4 0 obj<</Length 40>>stream\nBT /F 12 Tf 10 100 Td <00310034> Tj ET\nendstream endobj',
        '5 0 obj<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/No-Such-H/DescendantFonts[6 0 R]>>endobj',
        '6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>>>endobj',
        'trailer<</Root 1 0 R>>',
      ].join('\n'),
    );
    expect(await scan('a.pdf', pdf)).toMatchObject({ people: 0, unread: 'no-text' });
  });

  it.each([
    ['the name of what has scanned it', 'Scanned by Scanner 3', 'no-text'],
    ['more than that', 'The notice that hangs in each hall says whom to ask, and when', null],
  ])('a picture over the whole page with %s on it', async (_, words, unread) => {
    const drawn = `q 190 0 0 190 5 5 cm /I Do Q BT /F 9 Tf 10 10 Td (${words}) Tj ET`;
    const pdf = Buffer.from(
      [
        '%PDF-1.4',
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
        '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>endobj',
        `4 0 obj<</Length ${drawn.length}>>stream\n${drawn}\nendstream endobj`,
        '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
        '6 0 obj<</Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/Length 4>>stream\nabcd\nendstream endobj',
        'trailer<</Root 1 0 R>>',
      ].join('\n'),
    );
    expect(await scan('a.pdf', pdf)).toMatchObject({ people: 0, unread });
  });

  it('a page of which some letters have no table is no text, whatever else stands on it', async () => {
    const { existsSync } = fs;
    fs.existsSync = (path) => !String(path).endsWith('.bcmap') && existsSync(path);
    syncBuiltinESMExports();
    try {
      const key = new Uint8Array(32);
      const scanned = await scanFile(join(OFFICE_FILES, '通讯录.pdf'), { key, today: Date.UTC(2026, 5, 1) });
      expect(scanned).toMatchObject({ phones: 9, unread: 'no-text' });
    } finally {
      fs.existsSync = existsSync;
      syncBuiltinESMExports();
    }
  });
});
