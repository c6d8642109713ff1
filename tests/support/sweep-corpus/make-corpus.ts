/**
 * The files that a desk's computer holds, invented, the same for the same seed: rosters in every format, what looks like them and is not,
 * and files that were made to stop whoever reads them.
 */
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom, generateHouseholds } from '../generate-people.ts';
import { encodeGb18030 } from './gb18030.ts';
import { packDoc, packDocx, packOle, packPdf, packWorkbook, packZip } from './pack.ts';
import { words } from '../words.ts';

export interface CorpusFile {
  readonly path: string;
  /** What a sweep has to make of it. `any`: that it goes on. */
  readonly expected: 'people' | 'nobody' | 'locked' | 'unread' | 'left-out' | 'any';
  /** Of its text as it lies on the disk. */
  readonly bytes: number;
  /** Its format by the name that it should have. */
  readonly format: string;
  /** Every number of somebody in it. */
  readonly planted: readonly string[];
}

interface CorpusOptions {
  readonly files: number;
  readonly seed: number;
  /** Large files as well, for the measurement. */
  readonly large?: boolean;
}

interface Person {
  readonly name: string;
  readonly room: string;
  readonly phone: string;
  readonly id: string;
}
type Draw = (below: number) => number;
type Row = readonly (string | number)[];

export async function makeCorpus(folder: string, options: CorpusOptions): Promise<readonly CorpusFile[]> {
  const random = createRandom(options.seed);
  const draw: Draw = (below) => Math.floor(random() * below);
  const people = drawPeople(options.seed);
  const files: CorpusFile[] = [];
  const chats = [
    'Desktop',
    'Documents/xwechat_files/wxid_1/msg/file/2026-05',
    'Downloads',
    'Documents/WPSDrive',
  ];
  for (const name of chats) await mkdir(join(folder, name), { recursive: true });
  const add = async (
    name: string,
    bytes: Buffer,
    facts: Pick<CorpusFile, 'expected' | 'format'> & { readonly planted?: readonly string[] },
  ): Promise<void> => {
    const path = join(folder, chats[files.length % chats.length]!, name);
    await writeFile(path, bytes);
    files.push({ path, bytes: bytes.length, planted: [], ...facts });
  };
  for (let n = 0; n < options.files; n += 1) {
    const share = n % 20;
    if (share < 9) await addRoster(n);
    else if (share < 11) await addFew(n);
    else if (share < 19) await addOther(n);
    else await addHostile(n);
  }
  if (options.large === true) await addLarge();
  return files;

  async function addRoster(n: number): Promise<void> {
    const many = 3 + (draw(4) === 0 ? draw(400) : draw(30));
    const some = Array.from({ length: many }, () => people()).map((person) => writtenAs(person, draw));
    const format = FORMATS[draw(FORMATS.length)]!;
    const which = draw(4);
    const rows: Row[] = [
      ['房号', '姓名', ...(which === 1 ? [] : ['联系电话']), ...(which === 2 ? [] : ['身份证号'])],
      ...some.map(({ room, name, phone, id }) => [
        room,
        name,
        ...(which === 1 ? [] : [phone]),
        ...(which === 2 ? [] : [id]),
      ]),
    ];
    const planted = some.flatMap(({ plain }) => [
      ...(which === 1 ? [] : [plain.phone]),
      ...(which === 2 ? [] : [plain.id]),
    ]);
    await add(`名册${n}.${nameOf(format, draw)}`, packAs(format, rows, draw), {
      expected: 'people',
      format,
      planted,
    });
  }

  async function addFew(n: number): Promise<void> {
    const some = Array.from({ length: 1 + draw(2) }, () => people()).map((person) => writtenAs(person, draw));
    const format = FORMATS[draw(FORMATS.length)]!;
    const rows: Row[] = [['通知'], ...some.map(({ name, phone, id }) => [name, phone, id]), ['谢谢配合']];
    await add(`便条${n}.${nameOf(format, draw)}`, packAs(format, rows, draw), {
      expected: 'nobody',
      format,
      planted: some.flatMap(({ plain }) => [plain.phone, plain.id]),
    });
  }

  async function addOther(n: number): Promise<void> {
    const format = FORMATS[draw(FORMATS.length)]!;
    const rows = OTHERS[n % OTHERS.length]!(draw, 5 + draw(draw(5) === 0 ? 600 : 60));
    await add(`台账${n}.${nameOf(format, draw)}`, packAs(format, rows, draw), { expected: 'nobody', format });
  }

  async function addHostile(n: number): Promise<void> {
    const roster: Row[] = Array.from({ length: 12 }, () => people()).map(({ name, phone, id }) => [
      name,
      phone,
      id,
    ]);
    const planted = roster.flatMap(([, phone, id]) => [String(phone), String(id)]);
    const turn = Math.floor(n / 20) % 20;
    const name = (end: string): string => `怪${n}.${end}`;
    const book = packWorkbook(roster, 'xlsx');
    switch (turn) {
      case 0: {
        const zeros = Buffer.alloc(32 * 1024 * 1024, ' ');
        return add(
          name('zip'),
          packZip([
            { name: 'a.txt', bytes: zeros },
            { name: 'b.txt', bytes: zeros },
          ]),
          { expected: 'unread', format: 'zip' },
        );
      }
      case 1: {
        const inner = packZip([{ name: '名册.xlsx', bytes: book }]);
        return add(
          name('zip'),
          packZip([{ name: 'x.zip', bytes: packZip([{ name: 'y.zip', bytes: inner }]) }]),
          { expected: 'unread', format: 'zip', planted },
        );
      }
      case 2:
        return add(name('jpg'), book, { expected: 'people', format: 'xlsx', planted });
      case 3:
        return add(name('txt'), packWorkbook(roster, 'xls'), { expected: 'people', format: 'xls', planted });
      case 4:
        return add(name('xlsx'), book.subarray(0, Math.floor(book.length * 0.6)), {
          expected: 'unread',
          format: 'xlsx',
        });
      case 5:
        return add(name('xls'), damaged(packWorkbook(roster, 'xls'), draw), {
          expected: 'any',
          format: 'xls',
        });
      case 6:
        return add(
          name('xlsx'),
          packOle({ EncryptedPackage: Buffer.alloc(8192, 7), EncryptionInfo: Buffer.alloc(600, 3) }),
          { expected: 'locked', format: 'xlsx' },
        );
      case 7:
        return add(name('doc'), packDoc(['x'], { locked: true }), { expected: 'locked', format: 'doc' });
      case 8:
        return add(name('pdf'), packPdf(['locked'], { locked: true }), { expected: 'locked', format: 'pdf' });
      case 9:
        return add(name('zip'), packZip([{ name: '名册.xlsx', bytes: book, locked: true }]), {
          expected: 'locked',
          format: 'zip',
        });
      case 10: {
        const bytes = Buffer.from(Array.from({ length: 6000 }, () => draw(256)));
        Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
        return add(name('xls'), bytes, { expected: 'unread', format: 'xls' });
      }
      case 11:
        return add(name('txt'), Buffer.from(roster.map((row) => row.join(' ')).join(' , ')), {
          expected: 'people',
          format: 'txt',
          planted,
        });
      case 12:
        return add(name('csv'), Buffer.from(`${'9'.repeat(300_000)},${'a,'.repeat(200_000)}\n`.repeat(3)), {
          expected: 'nobody',
          format: 'csv',
        });
      case 13:
        return add(
          name('docx'),
          packZip([{ name: 'word/document.xml', bytes: Buffer.from(`<w:p>${'<w:p><w:r>'.repeat(60_000)}`) }]),
          { expected: 'any', format: 'docx' },
        );
      case 14:
        return add(name('pdf'), damaged(packPdf(['a', 'b']), draw), { expected: 'any', format: 'pdf' });
      case 15: {
        await add(name('txt'), Buffer.from(''), { expected: 'any', format: 'txt' });
        const { path } = files.at(-1)!;
        if (process.platform !== 'win32') await symlink('/dev/zero', `${path}.link.txt`);
        return;
      }
      case 16: {
        await add(name('csv'), Buffer.from('a,b\n1,2\n'), { expected: 'nobody', format: 'csv' });
        if (process.platform !== 'win32') execFileSync('mkfifo', [`${files.at(-1)!.path}.fifo.csv`]);
        return;
      }
      case 17: {
        await add(name('txt'), Buffer.from('x'), { expected: 'nobody', format: 'huge' });
        return truncate(files.at(-1)!.path, 700 * 1024 * 1024);
      }
      case 18: {
        await add(
          name('xlsx'),
          packZip([
            {
              name: 'xl/worksheets/sheet1.xml',
              bytes: Buffer.from(`<c r="A1" t="inlineStr"><is><t>${'<'.repeat(200_000)}`),
            },
          ]),
          { expected: 'unread', format: 'xlsx' },
        );
        return chmod(files.at(-1)!.path, 0o600);
      }
      default:
        return add(name('bak'), book, { expected: 'people', format: 'xlsx', planted });
    }
  }

  /** The same people many times over: it is read like so many others. */
  async function addLarge(): Promise<void> {
    const some = Array.from({ length: 10_000 }, () => people());
    const times = Array.from({ length: 12 }, (_, time) => time);
    for (let n = 0; n < 6; n += 1) {
      const isRoster = n % 2 === 0;
      const lines = times
        .flatMap((time) =>
          some.map(({ name, room, phone, id }, at) =>
            isRoster
              ? `${room},${name},${phone},${id},2026-05-${10 + time},${at / 100}`
              : `${room} ${name} 缴费 ${at / 100} 元，日期 2026-05-${10 + time}，无欠费，已开票，见收据第 ${at} 号`,
          ),
        )
        .join('\n');
      await add(`大${n}.${isRoster ? 'csv' : 'txt'}`, n === 4 ? encodeGb18030(lines) : Buffer.from(lines), {
        expected: isRoster ? 'people' : 'nobody',
        format: isRoster ? 'csv' : 'txt',
      });
    }
    const rows = some.map(({ name, room, phone, id }) => [room, name, phone, id]);
    for (const bookType of ['xlsx', 'xls'] as const)
      await add(`大.${bookType}`, packWorkbook(rows, bookType), { expected: 'people', format: bookType });
  }
}

const FORMATS = words(
  'xlsx xlsx xls xls et-zip et-ole csv csv-gb csv-utf16 txt txt-gb docx docx doc wps pdf zip',
  'html',
);
type Format = (typeof FORMATS)[number];

function nameOf(format: Format, draw: Draw): string {
  const backup = draw(12) === 0 ? '.~bak' : '';
  const ends: Partial<Record<Format, string>> = { 'et-zip': 'et', 'et-ole': 'et', html: 'xls' };
  return `${ends[format] ?? format.split('-')[0]!}${backup}`;
}

function packAs(format: Format, rows: readonly Row[], draw: Draw): Buffer {
  const lines = (mark: string): string =>
    rows.map((row) => row.join(mark)).join(draw(2) === 0 ? '\r\n' : '\n');
  const prose = (): string[] => rows.map((row) => row.join(draw(2) === 0 ? '，' : '\t'));
  switch (format) {
    case 'xlsx':
    case 'et-zip':
      return packWorkbook(asCells(rows, draw), 'xlsx');
    case 'xls':
    case 'et-ole':
      return packWorkbook(asCells(rows, draw), 'xls');
    case 'csv':
      return Buffer.from(`${draw(2) === 0 ? '\ufeff' : ''}${lines(',')}`);
    case 'csv-gb':
      return encodeGb18030(lines(','));
    case 'csv-utf16':
      return Buffer.from(`\ufeff${lines('\t')}`, 'utf16le');
    case 'txt':
      return Buffer.from(lines(' '));
    case 'txt-gb':
      return encodeGb18030(lines('，'));
    case 'docx':
      return packDocx(prose());
    case 'doc':
    case 'wps':
      return packDoc(prose());
    case 'pdf':
      return packPdf(rows.map((row) => row.join('  ')));
    case 'zip':
      return packZip([
        { name: '照片/说明.txt', bytes: Buffer.from('无') },
        { name: '资料.xlsx', bytes: packWorkbook(rows, 'xlsx') },
      ]);
    case 'html':
      return Buffer.from(
        `<html><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table></html>`,
      );
  }
}

/** Half of the workbooks hold phones as numbers, as somebody types them. */
const asCells = (rows: readonly Row[], draw: Draw): Row[] => {
  const asNumbers = draw(2) === 0;
  return rows.map((row) =>
    row.map((cell) => (asNumbers && /^1\d{10}$/.test(String(cell)) ? Number(cell) : cell)),
  );
};

function drawPeople(seed: number): () => Person {
  let source = generateHouseholds({ residents: 1_000_000, seed });
  const waiting: Person[] = [];
  return () => {
    while (waiting.length === 0) {
      let next = source.next();
      if (next.done === true) {
        source = generateHouseholds({ residents: 1_000_000, seed: seed + 1 });
        next = source.next();
      }
      if (next.done === true) throw new RangeError('nobody is left');
      for (const { name, sealed } of next.value.people) {
        const [phone, id] = (['phone', 'idNumber'] as const).map(
          (field) => sealed.find((one) => one.field === field)?.value,
        );
        if (phone !== undefined && id !== undefined)
          waiting.push({ name, room: next.value.parsed.label, phone, id });
      }
    }
    return waiting.shift()!;
  };
}

/** As people write them. */
function writtenAs({ name, room, phone, id }: Person, draw: Draw) {
  const wide = (text: string): string =>
    text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const phones = [
    phone,
    phone,
    phone,
    phone,
    `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
    `+86 ${phone}`,
    `86-${phone}`,
    wide(phone),
  ];
  const ids = [id, id, id, id.toLowerCase(), `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`];
  return {
    name,
    room,
    phone: phones[draw(phones.length)]!,
    id: ids[draw(ids.length)]!,
    plain: { phone, id },
  };
}

const digits = (draw: Draw, count: number): string => Array.from({ length: count }, () => draw(10)).join('');

/** What looks like people and is not. */
const OTHERS: readonly ((draw: Draw, count: number) => Row[])[] = [
  (draw, count) => [
    ['订单号', '金额', '日期'],
    ...Array.from({ length: count }, () => [
      `1${3 + draw(7)}${digits(draw, 9)}`,
      `${draw(9999)}.${digits(draw, 2)}`,
      '2026-05-01 12:30:00',
    ]),
  ],
  (draw, count) => [
    ['水表号', '上次', '本次'],
    ...Array.from({ length: count }, (_, at) => [String(15_000_000_000 + at * 3), draw(9000), draw(9000)]),
  ],
  (draw, count) => [
    ['序号', '流水'],
    ...Array.from({ length: count }, (_, at) => [at, digits(draw, 15 + draw(6))]),
  ],
  (draw, count) =>
    Array.from({ length: count }, () => [
      `2026-05-${10 + draw(20)} 10:${10 + draw(50)}:01 INFO ts=17${digits(draw, 11)} id=a${digits(draw, 11)}f`,
    ]),
  (draw, count) => [
    ['收款账号', '合计'],
    ...Array.from({ length: count }, () => [
      `6222${digits(draw, 15)}`,
      `${digits(draw, 11)}.${digits(draw, 2)}`,
    ]),
  ],
  (draw, count) =>
    Array.from({ length: count }, (_, at) => [
      `第${at + 1}条 业主应当按时缴纳物业费，逾期按日收取。客服热线 0778-2${digits(draw, 6)}`,
    ]),
  (draw, count) => [
    ['房号', '建筑面积', '余额'],
    ...Array.from({ length: count }, () => [
      `${1 + draw(20)}-${1 + draw(3)}-${101 + draw(30)}`,
      `${draw(200)}.${digits(draw, 2)}`,
      draw(90_000),
    ]),
  ],
  (draw, count) =>
    Array.from({ length: count }, () => [
      `{"uuid":"${digits(draw, 8)}-${digits(draw, 4)}-4${digits(draw, 3)}","sku":"69${digits(draw, 11)}","n":0.${digits(draw, 12)}}`,
    ]),
  (draw, count) => [
    ['设备序列号', '型号'],
    ...Array.from({ length: count }, () => [`SN1${3 + draw(7)}${digits(draw, 9)}`, `A${digits(draw, 4)}`]),
  ],
];

/** Some bytes after the first kilobyte are others. */
function damaged(bytes: Buffer, draw: Draw): Buffer {
  const copy = Buffer.from(bytes);
  for (let n = 0; n < 30; n += 1) copy[Math.min(copy.length - 1, 600 + draw(copy.length))] = draw(256);
  return copy;
}
