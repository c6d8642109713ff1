/**
 * Parses rooms as people write them (3-2-1801, 3栋2单元1801, 3#2-1801, 3号楼1801, A-1-502, 2-1-1-1102, 商场M111) and
 * by the estate's patterns.
 */
import type { RoomPlace } from '../../../contract/search/room-patterns.ts';
import { hanNumber } from './han-numbers.ts';
import { normaliseDashes, normaliseText } from './normalise.ts';
import { toSimplified } from './simplified.ts';
import { NO_PATTERNS, type PatternReading, type RoomPatterns, readAlong } from './room-pattern.ts';

/** A room as parsed. */
export interface ParsedRoom {
  /** Estate or phase: `阳光花园`, `2`; empty where the text has none. */
  readonly estate: string;
  /** `3`, `A`, `商场`; empty where the text names none. */
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  /** Readable label: 3栋2单元1801. */
  readonly label: string;
  /** Identity of the room, equal for all of its notations. */
  readonly canonical: string;
  /**
   * The text that a pattern read, from which the room is parsed again when patterns change; null where none
   * did.
   */
  readonly written: string | null;
}

/** What a room's search keys are made of: all of it is stored, so that every desk makes the same, however the room was once written. */
export type NamedRoom = Pick<ParsedRoom, 'estate' | 'building' | 'unit' | 'room' | 'label'>;

/** A room in separate columns of a spreadsheet. Numbers come from numeric cells. */
export interface RoomParts {
  readonly estate?: string | number | null;
  readonly building?: string | number | null;
  readonly unit?: string | number | null;
  readonly room?: string | number | null;
}

type Mark = 'building' | 'unit' | 'floor' | 'room' | null;
interface Token {
  readonly text: string;
  readonly mark: Mark;
  readonly dash: boolean;
}
const MARKS: readonly (readonly [string, Exclude<Mark, null> | 'number'])[] = [
  ['号楼', 'building'],
  ['#楼', 'building'],
  ['号栋', 'building'],
  ['#', 'building'],
  ['栋', 'building'],
  ['幢', 'building'],
  ['座', 'building'],
  ['单元', 'unit'],
  ['门', 'unit'],
  ['层', 'floor'],
  ['号房', 'room'],
  ['室', 'room'],
  ['号', 'number'],
  ['房', 'room'],
  ['户', 'room'],
];
const MARK_OF = new Map(MARKS);
const TOKEN = new RegExp(
  `((?<=-)\\d{1,2}[A-Z]\\d{2}(?![\\dA-Z])|(?<![A-Z])[A-Z]{0,2}\\d+[A-Z]?|(?<![A-Z])[A-Z]{1,2}(?![A-Z])|[甲乙丙丁东西南北](?=座|栋|幢|单元))(${MARKS.map(([text]) => text).join('|')})?(-)?`,
  'y',
);
/** Words that are a building by themselves. */
const BUILDING_WORDS =
  /^(?:商场|商铺|商业|商业街|门面|门面房|铺面|底商|车位|车库|地下室|地下车库|储藏室|杂物间|会所|写字楼|办公楼|公寓|别墅|联排|负一层|负二层|幼儿园)$/;

/**
 * The room of a text; null for an empty one only. Text that is not understood is kept as written, as the
 * room's name.
 */
export function parseRoom(text: string, patterns: RoomPatterns = NO_PATTERNS): ParsedRoom | null {
  const clean = cleanRoom(text);
  if (clean === '') return null;
  const usual = readUsual(clean, text);
  return patterns.length === 0
    ? usual
    : (readByPatterns(patterns, clean, text) ?? underPatterns(patterns, usual));
}

const readUsual = (clean: string, text: string): ParsedRoom =>
  readTokens(clean) ?? readNamedRoom(clean) ?? literalRoom(text);

/**
 * A room parsed without patterns, as the patterns read its label or its parts, so that all notations stay one
 * room.
 */
function underPatterns(patterns: RoomPatterns, usual: ParsedRoom): ParsedRoom {
  const parts = [usual.estate, usual.building, usual.unit, usual.room]
    .filter((part) => part !== '')
    .join('-');
  return (
    readByPatterns(patterns, cleanRoom(usual.label), usual.label) ??
    readByPatterns(patterns, cleanRoom(parts), usual.label) ??
    usual
  );
}

/**
 * The room by the first matching pattern, if its label, which forms are filled with, is read back as the same
 * room.
 */
function readByPatterns(patterns: RoomPatterns, clean: string, written: string): ParsedRoom | null {
  const room = readFirst(patterns, clean);
  if (room === null || readTokens(cleanRoom(room.label))?.canonical !== room.canonical) return null;
  const again = [
    room.label,
    [room.estate, room.building, room.unit, room.room].filter((part) => part !== '').join('-'),
  ].map((text) => readFirst(patterns, cleanRoom(text)));
  return again.every((other) => other === null || other.canonical === room.canonical)
    ? { ...room, written: normaliseText(written) }
    : null;
}

function readFirst(patterns: RoomPatterns, clean: string): ParsedRoom | null {
  for (const pattern of patterns) {
    const reading = readAlong(pattern, clean);
    if (reading?.cut === false) return makeRoom(...partsOf(reading));
  }
  return null;
}

function partsOf({ places }: PatternReading): [estate: string, building: string, unit: string, room: string] {
  const said = (place: RoomPlace, mark = ''): string =>
    places.has(place) ? `${stripZeros(places.get(place) ?? '')}${mark}` : '';
  return [said('期', '期') + said('区', '区'), said('栋'), said('单元'), places.get('房') ?? ''];
}

/**
 * The room of the columns 楼号 单元 房间, whose cells may be `3`, `3栋`, `2单元`, `1801室` or a whole room. Null
 * without a room.
 */
export function roomFromParts(parts: RoomParts, patterns: RoomPatterns = NO_PATTERNS): ParsedRoom | null {
  const usual = readParts(parts);
  return usual === null || patterns.length === 0 ? usual : underPatterns(patterns, usual);
}

function readParts(parts: RoomParts): ParsedRoom | null {
  const estate = cellText(parts.estate);
  const building = stripMark(cellText(parts.building), BUILDING_MARK);
  const unit = stripMark(cellText(parts.unit), UNIT_MARK);
  const room = stripMark(cellText(parts.room), /(?:号房|室|号|房|户)$/);
  if (room === '') return null;
  const inner = readTokens(room);
  // What the room column says itself fills the columns that are blank: 1栋, 1单元101.
  if (
    inner !== null &&
    inner.building === '' &&
    inner.unit !== '' &&
    (unit === '' || sameText(inner.unit, unit))
  )
    return makeRoom(estate || inner.estate, building, inner.unit, inner.room);
  // The room column may repeat the other columns, or contain everything.
  if (
    inner !== null &&
    inner.building !== '' &&
    (building === '' || inner.unit !== '' || sameText(inner.building, building))
  ) {
    return makeRoom(estate || inner.estate, inner.building, inner.unit || unit, inner.room);
  }
  if (
    inner !== null &&
    inner.building !== '' &&
    unit === '' &&
    !/\D/.test(inner.building) &&
    inner.building.length < 3
  ) {
    return makeRoom(estate, building, inner.building, inner.room);
  }
  if (building.length > 0 && !isSimple(building))
    return (
      readTokens(
        cleanRoom(`${estate}${cellText(parts.building)}${unit === '' ? '' : `${unit}单元`}${room}`),
      ) ?? makeRoom(estate, building, unit, room)
    );
  return makeRoom(estate, building, unit, room);
}

/**
 * Whether the room names another building or unit than the columns beside it, 3栋 and 5栋1801; empty text of a column
 * contradicts nothing.
 */
export function isContradicted(building: string, unit: string, room: string): boolean {
  const clean = cellText(room);
  // A number alone names neither.
  if (NUMBER_ALONE.test(clean)) return false;
  const inner = readTokens(clean);
  const whole = inner !== null && inner.unit !== '' ? inner : { building: '', unit: '' };
  const own = {
    building: OWN_BUILDING.exec(clean)?.[1] ?? whole.building,
    unit: OWN_UNIT.exec(clean)?.[1] ?? whole.unit,
  };
  const differs = (column: string, said: string): boolean =>
    IS_PLAIN.test(column) && IS_PLAIN.test(said) && !sameText(column, said);
  return (
    differs(stripMark(cellText(building), BUILDING_MARK), own.building) ||
    differs(stripMark(cellText(unit), UNIT_MARK), own.unit)
  );
}

const NUMBER_ALONE = /^\d{1,5}$/;
const BUILDING_MARK = /(?:号楼|#楼|号栋|#|栋|幢|座|楼|号)$/;
const UNIT_MARK = /(?:单元|门|室)$/;
const IS_PLAIN = /^(?:[A-Z]{0,2}\d{1,3}[A-Z]?|[A-Z])$/;
const OWN_BUILDING = /^([A-Z]{0,2}\d{1,3}[A-Z]?|[A-Z]{1,2})(?:号楼|#楼?|栋|幢|座)/;
const OWN_UNIT = /(?<![A-Z\d])(\d{1,2}|[A-Z])单元/;
/** Marks that no part of a room that was understood has within. */
const MARK_WITHIN = /单元|[栋幢座]|号楼/u;

/** Whether a part still has marks of another part within, which says that the text was read wrong. */
export const hasMarkWithin = ({ unit, room }: ParsedRoom): boolean =>
  MARK_WITHIN.test(unit) || MARK_WITHIN.test(room);

const sameText = (a: string, b: string): boolean => stripZeros(a) === stripZeros(b);
const isSimple = (text: string): boolean =>
  /^(?:[A-Z]{0,2}\d+[A-Z]?|[A-Z]{1,2}|\p{Script=Han}+|\p{Script=Han}*[A-Z]{0,2}\d+)$/u.test(text);

function cellText(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined || cell === '') return '';
  return cleanRoom(String(cell).replace(/^(\d+)\.0+$/, '$1'));
}

const stripMark = (text: string, mark: RegExp): string => {
  const bare = text.replace(mark, '');
  return bare === '' ? text : bare;
};

const COUNTED = /[〇零一二三四五六七八九十]{1,4}(?=号楼|栋|幢|座|单元|层)/gu;
/** Chinese numerals of buildings, units and floors as digits: 三 → 3, 十二 → 12, 二十 → 20. */
const countedInChinese = (text: string): string =>
  text.replace(COUNTED, (numerals) => hanNumber(numerals) ?? numerals);

const ENGLISH = /BLOCK|BLK|BLDG|BUILDING|TOWER|UNIT|FLAT|ROOM|RM|APARTMENT|APT|SUITE|FLOOR/;
const NUMBER = '\\.?[ -]*(?:NO\\.?[ -]*)?([A-Z]{0,2}\\d{1,5}[A-Z]?|[A-Z])(?![A-Z\\d])[ ,]*';
const marked = (words: string): RegExp => new RegExp(`(?<![A-Z])(?:${words})${NUMBER}`, 'g');
const IN_ENGLISH: readonly (readonly [RegExp, string])[] = [
  [marked('BLOCK|BLK|BLDG|BUILDING|TOWER'), '$1栋'],
  [marked('FLOOR'), '$1层'],
  [marked('FLAT|ROOM|RM|APARTMENT|APT|SUITE'), '$1室'],
];
const UNIT_IN_ENGLISH = marked('UNIT');
/** With our marks for the English words, which stand before the number, and the traditional characters: Block A Unit 10A → A栋10A室. A unit before a room is 单元. */
function inMarks(text: string): string {
  const han = text.replace(/[棟單號樓層區戶門東]/gu, toSimplified);
  if (!ENGLISH.test(han)) return han;
  const rooms = IN_ENGLISH.reduce((rest, [pattern, by]) => rest.replace(pattern, by), han);
  return rooms.replace(UNIT_IN_ENGLISH, rooms.includes('室') ? '$1单元' : '$1室');
}

/** As nearly all rooms of a list are written, which is clean: 1801, 3栋, 3-2-1801, 3栋2单元1801室. */
const CLEAN = /^[A-Z]?\d+[A-Z]?(?:(?:-|栋|幢|座|单元|号楼)[A-Z]?\d+[A-Z]?)*(?:栋|幢|座|单元|号楼|室)?$/;

/** Upper case, one kind of dash, spaces between words as dashes, other spaces removed. */
function cleanRoom(text: string): string {
  if (CLEAN.test(text)) return text;
  const dashed = inMarks(normaliseDashes(normaliseText(text)).toUpperCase())
    .replace(/(?<=\d)[至到](?=\d)/g, '-')
    .replace(/\s*[-_/\\]+\s*/g, '-')
    .replace(/＃|♯|井(?=\d)/g, '#')
    .replace(/第(?=[\dA-Z一二三四五六七八九十]{1,3}(?:号楼|[栋幢座层]|单元))/gu, '')
    .replace(/^(\d{1,3})楼(?=\d{1,2}单元)/u, '$1栋')
    .replace(/(?<=(?:[座栋幢#]|号楼|单元)\d{1,2})楼(?=[A-Z\d])/u, '层')
    .replace(/^(\d{1,3})\.(\d{1,2})\.(\d{3,4})$/, '$1-$2-$3');
  return countedInChinese(dashed.replace(/(?<=[A-Z0-9]) (?=[A-Z0-9])/g, '-').replace(/ /g, '')).replace(
    /^-+/,
    '',
  );
}

/** The words before the first token, and the tokens; null where anything else remains. */
function tokenise(clean: string): { readonly words: string; readonly tokens: readonly Token[] } | null {
  const words = splitDirection(
    clean,
    /^(?:\p{Script=Han}*\d{1,4}弄|(?:(?:[A-Z]|\d{1,2})(?:区|期|苑)){0,2}\p{Script=Han}*)/u.exec(clean)?.[0] ??
      '',
  );
  const tokens: Token[] = [];
  let at = words.length + (clean[words.length] === '-' ? 1 : 0);
  while (at < clean.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(clean);
    if (found === null) return null;
    const [whole, text = '', mark = '', dash] = found;
    at += whole.length;
    const said = MARK_OF.get(mark) ?? null;
    tokens.push({
      text,
      mark: said === 'number' ? markOfNumber(tokens, at < clean.length) : said,
      dash: dash !== undefined,
    });
  }
  return tokens.length === 0 || tokens.length > 5 ? null : { words, tokens };
}

/** 1号101室: the number of a house, where a room follows; 101号 is a room. */
const markOfNumber = (before: readonly Token[], goesOn: boolean): Mark =>
  goesOn && before.length === 0 ? 'building' : 'room';

/** 东座, 甲单元: the sign before the mark is a token, not part of the estate's name. */
function splitDirection(clean: string, words: string): string {
  const found = /[甲乙丙丁东西南北](?:座|栋|幢|单元)/.exec(words);
  return found === null ? words : clean.slice(0, found.index);
}

function readTokens(clean: string): ParsedRoom | null {
  const found = tokenise(clean);
  if (found === null) return null;
  const tokens = onFloor(found.tokens);
  if (tokens.length === 0) return null;
  const placed = placeTokens(tokens);
  if (placed === null) return null;
  const { words } = found;
  if (words === '') return makeRoom(placed.estate, placed.building, placed.unit, placed.room);
  if (placed.estate !== '') return null;
  // Words and a room: 商场M111. Words and more: the estate's name.
  if (placed.building === '' && placed.unit === '') return makeRoom('', words, '', placed.room);
  if (BUILDING_WORDS.test(words) && tokens[0]?.mark === null) {
    return makeRoom(
      '',
      words,
      placed.unit === '' ? '' : placed.building,
      `${placed.unit === '' ? placed.building : placed.unit}-${placed.room}`,
    );
  }
  return makeRoom(words, placed.building, placed.unit, placed.room);
}

/** Without the floor, which a door of it is written behind: 5层01室 is room 501, 10层A室 10A. */
function onFloor(tokens: readonly Token[]): readonly Token[] {
  const floor = tokens.find((token) => token.mark === 'floor');
  if (floor === undefined) return tokens;
  return tokens.flatMap((token, at): readonly Token[] => {
    if (token === floor) return [];
    const isDoor = at === tokens.length - 1 && /^(?:\d{1,2}|[A-Z])$/.test(token.text);
    const door = /\d/.test(token.text) ? token.text.padStart(2, '0') : token.text;
    return [isDoor ? { ...token, text: stripZeros(floor.text) + door } : token];
  });
}

const NAMED =
  /^([A-Z]{0,2}\d{1,3}|[A-Z]{1,2})(?:号楼|#楼?|栋|幢|座)(?:(\d{1,2})单元)?-?(\p{Script=Han}.*\d.*)$/u;

/** A room with a name of its own in a building: 3栋商铺05. */
function readNamedRoom(clean: string): ParsedRoom | null {
  const [, building, unit, room] = NAMED.exec(clean) ?? [];
  return building === undefined || room === undefined ? null : makeRoom('', building, unit ?? '', room);
}

interface Placed {
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

/** Assigns a place to each token: by its mark, else by its position from the end. */
function placeTokens(tokens: readonly Token[]): Placed | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || last.mark === 'building' || last.mark === 'unit')
    return null;
  const texts = tokens.map((token) => token.text);
  const building = tokens.findIndex((token) => token.mark === 'building');
  const unit = tokens.findIndex((token) => token.mark === 'unit');
  if (building < 0 && unit < 0)
    return placeByPosition(
      tokens.length > 1 && tokens.some((token, i) => i < tokens.length - 1 && token.mark === 'room')
        ? []
        : texts,
    );
  if (building > 0 || (unit >= 0 && unit < building))
    return building === 1 && first.mark === null ? shiftEstate(first, tokens.slice(1)) : null;
  const afterBuilding = texts.slice(building + 1);
  if (unit < 0) return placeAfterBuilding(first.text, afterBuilding);
  // 3-2单元1801 and 2单元1801: what comes before the unit is the building.
  if (building < 0 && unit > 1) return null;
  const rest = texts.slice(unit + 1);
  if (building >= 0 && unit !== building + 1) return null;
  return rest.length === 0 || rest.length > 2
    ? null
    : { estate: '', building: unit === 0 ? '' : first.text, unit: texts[unit] ?? '', room: rest.join('-') };
}

function shiftEstate(estate: Token, rest: readonly Token[]): Placed | null {
  const placed = placeTokens(rest);
  return placed === null ? null : { ...placed, estate: estate.text };
}

function placeAfterBuilding(building: string, rest: readonly string[]): Placed | null {
  if (rest.length === 0 || rest.length > 3) return null;
  const placed =
    rest.length === 1 ? placeInBuilding(building, rest[0] ?? '') : placeByPosition([building, ...rest]);
  return placed === null || placed.estate !== '' ? null : placed;
}

const placeInBuilding = (building: string, room: string): Placed => ({
  estate: '',
  building,
  unit: '',
  room,
});

/** 1801 · 3-1801 · 3-2-1801 · 2-1-1-1102; a short number after a room's belongs to it: 3-2-1801-1. */
function placeByPosition(texts: readonly string[]): Placed | null {
  const isRoom = (text: string | undefined): boolean => /^[A-Z]?\d{3,}[A-Z]?$/.test(text ?? '');
  const isPart = (text: string | undefined): boolean => /^(?:\d{1,2}|[A-Z])$/.test(text ?? '');
  const parts =
    texts.length > 1 && texts.length <= 5 && isRoom(texts.at(-2)) && isPart(texts.at(-1))
      ? [...texts.slice(0, -2), `${texts.at(-2)}-${texts.at(-1)}`]
      : texts;
  const [a, b, c, d] = parts as [string, string, string, string];
  switch (parts.length) {
    case 1:
      return { estate: '', building: '', unit: '', room: a };
    case 2:
      return isRange(a, b)
        ? { estate: '', building: '', unit: '', room: `${a}-${b}` }
        : { estate: '', building: a, unit: '', room: b };
    case 3:
      if (isRange(b, c)) return { estate: '', building: a, unit: '', room: `${b}-${c}` };
      return isUnit(b) ? { estate: '', building: a, unit: b, room: c } : null;
    case 4:
      if (isRange(c, d)) return { estate: '', building: a, unit: b, room: `${c}-${d}` };
      return isUnit(c) ? { estate: a, building: b, unit: c, room: d } : null;
    default:
      return null;
  }
}

/** 2509-2511: a shop over several rooms of one floor. */
export const isRange = (from: string, until: string): boolean =>
  /^\d{3,5}$/.test(from) &&
  /^\d{3,5}$/.test(until) &&
  from.length === until.length &&
  from.slice(0, -2) === until.slice(0, -2) &&
  from < until;

/** More digits than two are a room's. */
const isUnit = (text: string): boolean => !/\d{3}/.test(text);

const stripZeros = (text: string): string => text.replace(/(^|-)([A-Z]*)0+(?=\d)/g, '$1$2');

function makeRoom(estate: string, building: string, unit: string, room: string): ParsedRoom {
  const parts = { estate, building: stripZeros(building), unit: stripZeros(unit), room };
  return {
    ...parts,
    label: shorten(labelOf(parts)),
    canonical: [parts.estate, parts.building, parts.unit, stripZeros(room)].join('/'),
    written: null,
  };
}

/** The room of another estate with its building, unit and number. */
export const inEstate = (parsed: ParsedRoom, estate: string): ParsedRoom =>
  estate === parsed.estate ? parsed : makeRoom(estate, parsed.building, parsed.unit, parsed.room);

/**
 * A room that is stored and found by its text. Its canonical form has no slash, so that it never equals that
 * of an understood room.
 */
function literalRoom(text: string): ParsedRoom {
  const room = normaliseText(text);
  return {
    estate: '',
    building: '',
    unit: '',
    room,
    label: shorten(room),
    canonical: room.toUpperCase().replace(/[ /]/g, ''),
    written: null,
  };
}

/** Whether the parts of a room were understood, unlike one that is kept as written. */
export const isUnderstood = ({ canonical }: ParsedRoom): boolean => canonical.includes('/');

/** Shortens a label; screens accept at most 120 code units. */
const shorten = (label: string): string =>
  label.length <= 100 ? label : `${[...label].slice(0, 50).join('')}…`;

const endsInHan = (text: string): boolean => /\p{Script=Han}$/u.test(text);

function labelOf({ estate, building, unit, room }: Placed): string {
  const inWords = estate === '' || endsInHan(estate);
  if (!inWords) return [estate, building, unit, room].filter((part) => part !== '').join('-');
  const buildingLabel =
    building === ''
      ? ''
      : endsInHan(building) && !/^[甲乙丙丁东西南北]$/.test(building)
        ? building
        : `${building}栋`;
  const unitLabel =
    unit === '' ? '' : endsInHan(building) && building.length > 1 ? `${unit}-` : `${unit}单元`;
  return `${estate}${buildingLabel}${unitLabel}${room}`;
}

// --- keys: how a room may be typed, joined by dashes, lower case, none after Han characters

function joinKey(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((key, part) => (key === '' || endsInHan(key) ? key + part : `${key}-${part}`), '')
    .toLowerCase();
}

/** Prefix of the key of a unit that is typed without its building: 2单元1801. */
const UNIT_SIGN = 'u';

/**
 * Search keys of a room, one for each notation, searched by prefix: 3-2-1801, 3-1801, u2-1801, 1801, a502 …
 */
export function roomKeys(parsed: NamedRoom): readonly string[] {
  const { estate, building, unit } = parsed;
  const keys = new Set<string>([literalKey(parsed.label)]);
  for (const room of new Set([parsed.room, stripZeros(parsed.room)])) {
    keys.add(joinKey([estate, building, unit, room]));
    keys.add(joinKey([building, unit, room]));
    keys.add(joinKey([building, room]));
    keys.add(joinKey([room]));
    // 车位B-012, typed without its dash.
    keys.add(joinKey([building, room.replace(/^([A-Z]+)-/, '$1')]));
    if (estate !== '') keys.add(joinKey([estate, building, room]));
    if (unit !== '') keys.add(`${UNIT_SIGN}${joinKey([unit, room])}`);
    if (/^[A-Z]$/.test(building)) {
      keys.add(`${building}${joinKey([unit, room])}`.toLowerCase());
      keys.add(`${building}${room}`.toLowerCase());
    }
  }
  keys.delete('');
  return [...keys];
}

const literalKey = (text: string): string => cleanRoom(text).toLowerCase();

/**
 * Key prefixes for a typed text, the best first; also for a partly typed room: 3栋 → `3-`, 3栋2单元18 → `3-2-18`.
 * Empty for an empty text.
 */
export function roomQueryKeys(text: string, patterns: RoomPatterns = NO_PATTERNS): readonly string[] {
  const clean = cleanRoom(text);
  if (clean === '') return [];
  const keys = [...patternKeys(patterns, clean, text), queryKey(clean), literalKey(text)];
  return [...new Set(keys.filter((key) => key !== null))];
}

const KEY_PLACES: readonly RoomPlace[] = ['期', '区', '栋', '单元', '房'];

/** The key of a whole room first, in any notation, then that of a partial text. */
function patternKeys(patterns: RoomPatterns, clean: string, text: string): readonly (string | null)[] {
  if (patterns.length === 0) return [];
  const whole = parseRoom(text, patterns);
  return [
    whole === null || whole.written === null
      ? null
      : joinKey([whole.estate, whole.building, whole.unit, whole.room]),
    halfKey(patterns, clean),
  ];
}

/**
 * The key by the first pattern that matches the text or its beginning. A partial text has one only where the
 * pattern's places are in the order of the keys.
 */
function halfKey(patterns: RoomPatterns, clean: string): string | null {
  for (const pattern of patterns) {
    const reading = readAlong(pattern, clean);
    if (reading === null || ![...reading.places.keys()].some((place) => KEY_PLACES.includes(place))) continue;
    const asked = KEY_PLACES.filter((place) =>
      pattern.pieces.some((piece) => 'place' in piece && piece.place === place),
    );
    const given = [...reading.places.keys()].filter((place) => KEY_PLACES.includes(place));
    if (reading.cut && given.some((place, index) => asked[index] !== place)) continue;
    const parts = partsOf(reading);
    const key = joinKey(parts);
    // A number that may continue is not closed by a dash.
    return reading.cut && reading.open === null && !endsInHan(key) ? `${key}-` : key;
  }
  return null;
}

function queryKey(clean: string): string | null {
  const found = tokenise(clean);
  if (found === null) return null;
  const tokens = found.tokens.filter((token) => token.mark !== 'floor');
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const key = joinKey([
    found.words,
    ...tokens.map((token, index) => (index === tokens.length - 1 ? token.text : stripZeros(token.text))),
  ]);
  const sign = found.words === '' && tokens[0]?.mark === 'unit' ? UNIT_SIGN : '';
  const closes = (last.mark === 'building' || last.mark === 'unit' || last.dash) && !endsInHan(key);
  return `${sign}${key}${closes ? '-' : ''}`;
}
