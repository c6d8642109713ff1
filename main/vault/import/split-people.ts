/** Parts the cells of a row among the people whom it names: several owners in one cell, tenants and family in columns of their own or in a remark. */
import { ROOM_PARTS } from '../../../contract/import/lists.ts';
import type { Relation } from '../../../contract/fields.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { isPersonName, normaliseName } from '../values/name.ts';
import { isPlaceholder, normaliseText } from '../values/normalise.ts';
import { readStatus } from '../values/room-status.ts';
import { relationOf, vacancyOf, wordsOfCompany } from './cell-words.ts';
import { IS_LET, OWNER_LIVES_THERE } from './column-words.ts';
import { isHanName, looksLikeName } from './name-shapes.ts';
import { readDate, readSpan } from './read-date.ts';
import { type Cell, type RowReading, flag, textOf } from './row-reading.ts';

/** Somebody as a cell names them. */
interface Named {
  readonly name: string;
  readonly relation: Relation | null;
  /** The word that said so. */
  readonly rank: string;
  readonly phones: readonly string[];
  readonly ids: readonly string[];
  /** Words beside the name that say nothing known. */
  readonly beside: string;
}

const BETWEEN = /[,，、;；/\n&＆+＋|｜]+/;
const MAX_PEOPLE = 8;
/** A mobile or a landline amid words. */
const PHONE_DIGITS = '(?:1[3-9]\\d{9}|0\\d{2,3}-?[2-9]\\d{6,7})';
const PHONES_ALONE = new RegExp(`^(?:${PHONE_DIGITS}[\\s、,，/;；]*)+$`, 'u');
export const arePhones = (text: string): boolean => PHONES_ALONE.test(text);
const PHONE = new RegExp(`(?<!\\d)${PHONE_DIGITS}(?!\\d)`, 'g');
const ID_DIGITS = '[1-9]\\d{16}[\\dXx]';
const ID = new RegExp(`(?<!\\d)${ID_DIGITS}(?!\\d)`, 'g');
const RANKS =
  '业主|产权人|户主|房主|共有人|租客|租户|承租人|使用人|配偶|妻子|丈夫|爱人|儿子|女儿|父亲|母亲|岳父|岳母|公公|婆婆|长子|次子|长女|次女|儿媳|女婿|孙子|孙女|妻|夫|子|女|父|母';
/** One of them alone. */
export const RANK = new RegExp(`^(?:${RANKS})$`, 'u');
const RANK_BEFORE = new RegExp(`^(${RANKS})\\s*[:：\\s]\\s*(?=\\p{L})`, 'u');
const RANK_BEFORE_NAME = new RegExp(
  `^(${RANKS.split('|')
    .filter((word) => word.length > 1)
    .join('|')}|妻)(?=\\p{Script=Han}{2,4}$)`,
  'u',
);

/** Whoever a cell names, with the numbers behind each name; as many numbers as names behind all of them are theirs in their order. */
function peopleIn(raw: string): readonly Named[] {
  const people = partNames(raw).map(readNamed);
  const last = people.at(-1);
  const isInOrder =
    last !== undefined &&
    people.length > 1 &&
    last.phones.length === people.length &&
    people.every(({ phones }) => phones.length === 0 || phones === last.phones);
  return isInOrder
    ? people.map((one, index) => ({ ...one, phones: last.phones.slice(index, index + 1) }))
    : people;
}

/** Behind a number, before the next name: 张三13800000000李四. */
const BEFORE_NAME =
  /(?<=\d{7}[Xx]?[)）]?)\s*(?=\p{Script=Han}{2,4}(?:[（(][^）)]{1,8}[)）])?[:： （(]{0,3}[01]\d{9})/gu;
/** A number, or several, and no name. */
const NUMBERS_ALONE = new RegExp(`^[（(]?(?:(?:${PHONE_DIGITS}|${ID_DIGITS})[\\s)）]*)+$`, 'u');

/** 李红 妻 */
const RANK_BEHIND_NAME = new RegExp(`^(\\p{Script=Han}{2,4})[ :：]\\s?(${RANKS})$`, 'u');

/** Texts of the people in a cell: parted by signs, by 和 between two names, and by spaces between whole names. 张 三 is one name, and a number belongs to the name before it. */
function partNames(raw: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of raw.replaceAll(BEFORE_NAME, '\n').split(BETWEEN)) {
    const part = piece.trim();
    if (part === '') continue;
    const last = parts.length - 1;
    if (last >= 0 && NUMBERS_ALONE.test(part)) parts[last] += ` ${part}`;
    else parts.push(part);
  }
  return parts.flatMap((part) => {
    const bySpace = normaliseText(part).split(' ');
    if (
      bySpace.length > 1 &&
      bySpace.every((one) => isHanName(bare(one)) || isHanName(one.replace(RANK_SIGN, '')))
    )
      return bySpace;
    const byWord = /^(.{2,4})[和与及](.{2,4})$/u.exec(part);
    if (byWord !== null && isHanName(byWord[1] ?? '') && isHanName(byWord[2] ?? ''))
      return [byWord[1] ?? '', byWord[2] ?? ''];
    return [part];
  });
}

/** One character before a whole name: 妻李红. */
const RANK_SIGN = /^[妻夫子女父母](?=\p{Script=Han}{2,4}$)/u;

const bare = (text: string): string => text.replace(/[（(][^）)]*[)）]$/u, '');

/** A name with what stands beside it: 李四（妻）, 妻：李四, 李四 13912345678. */
export function readNamed(raw: string): Named {
  const phones = raw.match(PHONE) ?? [];
  const ids = raw.match(ID) ?? [];
  let text = normaliseText([...ids, ...phones].reduce((rest, number) => rest.replace(number, ' '), raw))
    .replace(/[（(]\s*[)）]|[:：\s]+$|(?:电话|手机|tel)[:：]?\s*$/giu, '')
    .trim();
  let relation: Relation | null = null;
  let rank = '';
  let beside = '';
  const bracket = /^(.+?)\s*[（(]\s*([^（()）]{1,20})\s*[)）]$/u.exec(text);
  if (bracket !== null) {
    relation = relationOf(bracket[2] ?? '');
    rank = relation === null ? '' : (bracket[2] ?? '');
    const isBeside = relation !== null || isHanName(bracket[1] ?? '');
    if (isBeside) {
      text = bracket[1] ?? text;
      if (relation === null) beside = bracket[2] ?? '';
    }
  }
  const behind = RANK_BEHIND_NAME.exec(text);
  if (behind !== null && isHanName(behind[1] ?? '')) {
    relation ??= relationOf(behind[2] ?? '');
    rank ||= behind[2] ?? '';
    text = behind[1] ?? text;
  }
  const sign = RANK_SIGN.exec(text);
  const before =
    RANK_BEFORE.exec(text) ??
    RANK_BEFORE_NAME.exec(text) ??
    (sign !== null && isHanName(text.slice(1)) && !isHanName(text) ? ([sign[0], sign[0]] as const) : null);
  if (before !== null && relationOf(before[1] ?? '') !== null) {
    relation ??= relationOf(before[1] ?? '');
    rank ||= before[1] ?? '';
    text = text.slice(before[0].length).replace(/^[:：\s]+/u, '');
  }
  return { name: text.trim(), relation, rank, phones, ids, beside };
}

/**
 * One reading per person, the first with all else that the row holds. Phones and ID numbers are theirs by the name beside them, else by position where there are
 * as many as names; a single one is the first owner's. Any other number of them is the first owner's too, and is flagged.
 */
export function splitPeople(reading: RowReading): readonly RowReading[] {
  const owners = splitOwners(vacated(reading));
  const groups = HOUSEHOLD.filter((group) => OF_GROUP.some((part) => reading.cells.has(group[part])));
  const hasOccupants = OF_GROUP.some((part) => reading.cells.has(OCCUPANTS[part]));
  if (groups.length === 0 && !hasOccupants && !reading.cells.has('remark')) return owners;
  const named = [...owners, ...groups.flatMap((group) => readGroup(reading, group))];
  const people = hasOccupants ? withOccupants(reading, named, owners.length) : named;
  return withLease(reading, [...people, ...readRemarks(reading)]);
}

const DAY = '(?:\\d{4}|\\d{2})[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?';
/** 租期至2025-12-03, 2025年2月3日到期. */
const LEASE_END = new RegExp(
  `(?:至|到|截止|到期日?)\\s*[:：为]?\\s*(${DAY})|(${DAY})\\s*(?:到期|截止|止|期满)`,
  'u',
);

/** The lease that a remark speaks of is of the one tenant of the row; of any other row its end is flagged. */
function withLease(reading: RowReading, people: readonly RowReading[]): readonly RowReading[] {
  if ([...LEASE].some((part) => reading.cells.has(part))) return people;
  for (const { text, column } of reading.cells.get('remark') ?? []) {
    if (!/租/u.test(text) || /车/u.test(text)) continue;
    const span = readSpan(text);
    const end = span === null ? LEASE_END.exec(text) : null;
    const until = span?.until ?? readDate(end?.[1] ?? end?.[2] ?? '');
    if (until === null) continue;
    const tenants = people.filter((one) => relationOf(textOf(one, 'relation')) === 'tenant');
    if (tenants.length !== 1) {
      flag(reading, column, 'lease-without-tenant');
      continue;
    }
    const own: [ColumnTarget, readonly Cell[]][] = [['leaseUntil', [{ text: until, column }]]];
    if (span !== null) own.push(['leaseFrom', [{ text: span.from, column }]]);
    return people.map((one) =>
      one === tenants[0] ? { ...one, cells: new Map([...one.cells, ...own]) } : one,
    );
  }
  return people;
}

const OF_GROUP = ['name', 'phone', 'id'] as const;

/** 空置 in the place of a tenant, or alone in a remark, is a state of the room. */
function withStatus(reading: RowReading): RowReading {
  if (reading.cells.has('status')) return reading;
  for (const target of ['tenantName', 'remark'] as const) {
    const [cell, ...others] = reading.cells.get(target) ?? [];
    const status = cell === undefined || others.length > 0 ? null : vacancyOf(cell.text);
    if (cell === undefined || status === null) continue;
    const cells = new Map(reading.cells);
    cells.set('status', [{ text: status, column: cell.column }]);
    // A remark of nobody has nowhere else to go.
    if (OF_SOMEBODY.every((one) => isPlaceholder('name', textOf(reading, one)))) cells.delete(target);
    return { ...reading, cells };
  }
  return reading;
}
const OF_SOMEBODY = ['name', 'phone', 'idNumber', 'ownerCode'] as const;

/** 空置 in the place of a name is a state of the room. */
function vacated(given: RowReading): RowReading {
  const reading = withStatus(given);
  const name = textOf(reading, 'name');
  const status = vacancyOf(name);
  if (status === null) {
    if (!isNobodyOfVacant(reading, name)) return reading;
    flag(reading, columnOf(reading, 'name'), 'name-not-valid');
  }
  const cells = new Map(reading.cells);
  cells.delete('name');
  if (status !== null && !cells.has('status'))
    cells.set('status', [{ text: status, column: columnOf(reading, 'name') }]);
  reading.notes.add('vacant');
  return { ...reading, cells };
}

/** Words beside a vacant room that are no name, with no number of anybody. */
const isNobodyOfVacant = (reading: RowReading, name: string): boolean =>
  name !== '' &&
  OF_VACANT.has(readStatus(normaliseText(textOf(reading, 'status')))) &&
  isPlaceholder('phone', textOf(reading, 'phone')) &&
  isPlaceholder('idNumber', textOf(reading, 'idNumber')) &&
  !isPlaceholder('name', name) &&
  !looksLikeName(name) &&
  !wordsOfCompany(textOf(reading, 'relation'), name);
const OF_VACANT: ReadonlySet<string> = new Set(['vacant', 'unsold']);

/** As most cells are: one name and nothing beside it. */
const PLAIN_NAME = /^(?!.[和与及])\p{Script=Han}{1,3}$/u;

function splitOwners(reading: RowReading): readonly RowReading[] {
  const raw = textOf(reading, 'name');
  if (PLAIN_NAME.test(raw)) return [reading];
  const nameCell = columnOf(reading, 'name');
  if (raw === '' || wordsOfCompany(textOf(reading, 'relation'), raw)) return [reading];
  const people = peopleIn(raw);
  const isSplit =
    people.length > 1 && people.length <= MAX_PEOPLE && people.every(({ name }) => isWholeName(name));
  if (!isSplit)
    return [withNamed(reading, people.length === 1 && people[0] !== undefined ? people[0] : null, nameCell)];
  reading.notes.add('co-owners-split');
  const shares = shareOut(reading, people, 'phone', 'idNumber');
  const sexes = byPosition(reading, 'sex', people.length) ?? [];
  const pinyins = byPosition(reading, 'pinyin', people.length) ?? [];
  const owned = byPosition(reading, 'share', people.length) ?? [];
  const papers = byPosition(reading, 'idType', people.length) ?? [];
  const relations = byPosition(reading, 'relation', people.length);
  const said = relations === null || relations.length > 1 ? '' : textOf(reading, 'relation');
  const isOwner = said === '' || relationOf(said) === 'owner' || relationOf(said) === null;
  return people.map(({ name, rank, beside }, index): RowReading => {
    const relation =
      rank !== ''
        ? [{ text: rank, column: nameCell }]
        : relations !== null && relations.length === people.length
          ? relations[index]
          : index === 0
            ? reading.cells.get('relation')
            : [{ text: isOwner ? '共有人' : said, column: columnOf(reading, 'relation') }];
    const own: readonly (readonly [ColumnTarget, readonly Cell[] | undefined])[] = [
      ['name', [{ text: name, column: nameCell }]],
      ['phone', shares.phones[index]],
      ['idNumber', shares.ids[index]],
      ['sex', sexes[index]],
      ['pinyin', pinyins[index]],
      ['share', owned[index]],
      ...(papers.length > 1 ? [['idType', papers[index]] as const] : []),
      ['relation', relation],
    ];
    const kept = [...reading.cells].filter(
      ([target]) => index === 0 || SHARED.has(target) || OF_OWNERS.has(target),
    );
    return {
      ...reading,
      cells: withCells(kept, own),
      leftOver: beside === '' ? [] : [beside],
      flags: index === 0 ? reading.flags : [],
      notes: new Set(reading.notes),
    };
  });
}

/** A single name without what stands beside it; as it is where that is no name. */
function withNamed(reading: RowReading, named: Named | null, column: number): RowReading {
  if (named === null || named.name === '' || !/\p{L}/u.test(named.name)) return reading;
  const isPlain =
    named.name === normaliseText(textOf(reading, 'name')) && named.phones.length + named.ids.length === 0;
  if (isPlain) return reading;
  if (named.rank !== '') reading.notes.add('relation-in-name');
  const cells = new Map(reading.cells);
  cells.set('name', [{ text: named.name, column }]);
  if (named.rank !== '' && !cells.has('relation')) cells.set('relation', [{ text: named.rank, column }]);
  if (named.phones.length > 0)
    cells.set('phone', [...(cells.get('phone') ?? []), ...named.phones.map((text) => ({ text, column }))]);
  if (named.ids.length > 0 && !cells.has('idNumber'))
    cells.set(
      'idNumber',
      named.ids.slice(0, 1).map((text) => ({ text, column })),
    );
  if (named.beside !== '') reading.leftOver.push(named.beside);
  return { ...reading, cells };
}

// --- whose phones and ID numbers

interface Shares {
  readonly phones: readonly (readonly Cell[])[];
  readonly ids: readonly (readonly Cell[])[];
}

function shareOut(
  reading: RowReading,
  people: readonly (Named & { readonly column?: number })[],
  phoneTarget: ColumnTarget,
  idTarget: ColumnTarget,
): Shares {
  const besideName = (numbers: readonly string[], target: ColumnTarget): readonly Cell[] =>
    numbers.map((text) => ({ text, column: columnOf(reading, target) }));
  const phones = assign(reading, people, phoneTarget);
  const ids = assign(reading, people, idTarget);
  if (phones.rest.length > 0) {
    flagAll(reading, phones.rest, 'phones-unclear');
    phones.given[0] = [...(phones.given[0] ?? []), ...phones.rest];
  }
  flagAll(reading, ids.rest, 'ids-unclear');
  return {
    phones: people.map((one, index) => [
      ...(phones.given[index] ?? []),
      ...besideName(one.phones, phoneTarget),
    ]),
    ids: people.map((one, index) => {
      const own = ids.given[index] ?? [];
      return own.length > 0 ? own : besideName(one.ids.slice(0, 1), idTarget);
    }),
  };
}

function flagAll(reading: RowReading, cells: readonly Cell[], why: 'phones-unclear' | 'ids-unclear'): void {
  for (const { column } of cells) flag(reading, column, why);
}

/** 张三：13812345678. */
const LABELLED = /^(\p{L}[\p{L}·]{1,11})\s*[:：(（]?\s*(?=[\dA-Z+])/u;

/** 成员1 | 成员1电话 | 成员2 | 成员2电话: whether a column of the numbers stands between columns of the names, each of which names one. */
function standsBetween(
  { columns = [] }: RowReading,
  people: readonly { readonly column?: number }[],
  target: ColumnTarget,
): boolean {
  const own = people.flatMap(({ column }) => column ?? []);
  const names = new Set(columns.flatMap((one) => (own.includes(one.index) ? [one.target] : [])));
  const of = columns.flatMap(({ index, target: to }) => (names.has(to) ? [index] : []));
  return (
    own.length === people.length &&
    new Set(own).size === own.length &&
    columns.some((one) => one.target === target && one.index > Math.min(...of) && one.index < Math.max(...of))
  );
}

/** Cells by person: by the name before them, else by position where they are as many as people, else a single one the first's. */
function assign(
  reading: RowReading,
  people: readonly (Named & { readonly column?: number })[],
  target: ColumnTarget,
): { readonly given: Cell[][]; readonly rest: readonly Cell[] } {
  const given = people.map((): Cell[] => []);
  const open: Cell[] = [];
  const isByTurns = standsBetween(reading, people, target);
  for (const { text, column } of partsOf(reading, target)) {
    const label = LABELLED.exec(text);
    const owner =
      label === null ? -1 : people.findIndex(({ name }) => name === normaliseName(label[1] ?? ''));
    const before = isByTurns ? people.findLastIndex((one) => (one.column ?? column) < column) : -1;
    if (before !== -1) given[before]?.push({ text, column });
    else if (owner === -1 || label === null) open.push({ text, column });
    else given[owner]?.push({ text: text.slice(label[0].length).replace(/[)）]$/u, ''), column });
  }
  const without = given.flatMap((cells, index) => (cells.length === 0 ? [index] : []));
  const isByPosition = open.length > 1 && (open.length === without.length || open.length === people.length);
  if (isByPosition) {
    const targets = open.length === people.length ? people.map((_, index) => index) : without;
    for (const [at, cell] of open.entries()) given[targets[at] ?? 0]?.push(cell);
    return { given, rest: [] };
  }
  if (open.length > 1) return { given, rest: open };
  const [single] = open;
  if (single !== undefined) given[without[0] ?? 0]?.push(single);
  return { given, rest: [] };
}

/** A mobile number, a landline or an ID number by itself, so that spaces part several of them. */
const IS_WHOLE = new RegExp(`^(?:${PHONE_DIGITS}|${ID_DIGITS})$`);

/** 1/2 is one share. */
const BETWEEN_SHARES = /[,，、;；\n\s]+/;
const IS_SHARE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['share', 'coOwnerShare']);

const partsOf = (reading: RowReading, target: ColumnTarget): readonly Cell[] =>
  (reading.cells.get(target) ?? []).flatMap(({ text, column }) =>
    text
      .split(IS_SHARE.has(target) ? BETWEEN_SHARES : BETWEEN)
      .flatMap((part) => {
        const tokens = part.trim().split(/\s+/);
        return tokens.length > 1 && tokens.every((token) => IS_WHOLE.test(token)) ? tokens : [part];
      })
      .map((part) => ({ text: part.trim(), column }))
      .filter((part) => part.text !== '' && !isPlaceholder('sex', part.text)),
  );

/** Cells by person; null where their number tells nothing. */
function byPosition(
  reading: RowReading,
  target: ColumnTarget,
  people: number,
): readonly (readonly Cell[])[] | null {
  const cells = partsOf(reading, target);
  if (cells.length === people) return cells.map((cell) => [cell]);
  return cells.length <= 1 ? [cells] : null;
}

// --- people in columns of their own

interface Group {
  readonly name: ColumnTarget;
  readonly phone: ColumnTarget;
  readonly id: ColumnTarget;
  /** Empty where only the cell itself can say. */
  readonly relation: string;
}

const OCCUPANTS = { name: 'occupantName', phone: 'occupantPhone', id: 'occupantId' } as const;
const HOUSEHOLD: readonly Group[] = [
  { name: 'coOwnerName', phone: 'coOwnerPhone', id: 'coOwnerId', relation: '共有人' },
  { name: 'tenantName', phone: 'tenantPhone', id: 'tenantId', relation: '租户' },
  { name: 'familyName', phone: 'familyPhone', id: 'familyId', relation: '家属' },
  { name: 'landlordName', phone: 'landlordPhone', id: 'landlordId', relation: '业主' },
];

/** An owner who stands in the column of landlords as well. */
export const isOwnLandlord = (reading: RowReading, landlord: string): boolean =>
  OWNER_LIVES_THERE.has(normaliseName(landlord)) ||
  normaliseName(landlord) === normaliseName(textOf(reading, 'name'));

/** Whoever the columns of a group name, each with the room of the row. */
function readGroup(reading: RowReading, { name, phone, id, relation }: Group): readonly RowReading[] {
  const cells = (reading.cells.get(name) ?? []).filter(
    ({ text }) =>
      !isPlaceholder('name', text) &&
      vacancyOf(text) === null &&
      !((name === 'tenantName' || name === 'familyName') && OWNER_LIVES_THERE.has(normaliseName(text))) &&
      !(name === 'familyName' && normaliseName(text) === normaliseName(textOf(reading, 'name'))) &&
      !(name === 'landlordName' && isOwnLandlord(reading, text)),
  );
  const people = cells.flatMap(({ text, column }) =>
    (/[|｜]/u.test(text) ? entriesOf(text) : peopleIn(text)).map((named) => ({
      ...named,
      column,
    })),
  );
  if (people.length === 0) {
    for (const target of [phone, id])
      for (const cell of reading.cells.get(target) ?? [])
        if (!isPlaceholder(target === phone ? 'phone' : 'idNumber', cell.text) && !isOwn(reading, cell.text))
          flag(reading, cell.column, 'no-name');
    return [];
  }
  const shares = shareOut(reading, people, phone, id);
  const parts = name === 'coOwnerName' ? eachOf(reading, 'coOwnerShare', people.length) : [];
  const ranks = name === 'familyName' || name === 'occupantName' ? ranksOf(reading, people) : [];
  return people.slice(0, MAX_PEOPLE).map(({ name: own, rank: called, beside, column }, index): RowReading => {
    const rank = called || (ranks[index]?.text ?? '');
    return {
      ...reading,
      cells: withCells(
        [...reading.cells].filter(
          ([target]) => SHARED.has(target) || (relation === '租户' && LEASE.has(target)),
        ),
        [
          ['name', [{ text: own, column }]],
          ['phone', shares.phones[index]],
          ['idNumber', shares.ids[index]],
          ['share', parts[index]],
          ...(relation === '租户' ? ofTenant(reading) : []),
          [
            'relation',
            rank + relation === ''
              ? undefined
              : [
                  {
                    text: rank === '' ? relation : rank,
                    column: called === '' ? (ranks[index]?.column ?? column) : column,
                  },
                ],
          ],
        ],
      ),
      leftOver: beside === '' ? [] : [beside],
      isMention: name === 'landlordName',
      flags: [],
      notes: new Set([...reading.notes].filter((note) => note !== 'vacant')),
    };
  });
}

/** A number that the person of the row has in a column of their own as well. */
const isOwn = ({ cells }: RowReading, text: string): boolean =>
  (['phone', 'idNumber'] as const).some((target) =>
    cells.get(target)?.some((own) => normaliseText(own.text) === normaliseText(text)),
  );

/** The day on which a tenant moved in begins their lease where nothing else is said of it. */
function ofTenant({ cells }: RowReading): readonly (readonly [ColumnTarget, readonly Cell[] | undefined])[] {
  const day = cells.get('tenantMoveIn');
  const email = ['email', cells.get('tenantEmail')] as const;
  return day === undefined ? [email] : [email, ['moveIn', day], ['leaseFrom', cells.get('leaseFrom') ?? day]];
}

/** Cells by person, in their order; flagged where they are not as many. */
function eachOf(reading: RowReading, target: ColumnTarget, people: number): readonly (readonly Cell[])[] {
  const cells = partsOf(reading, target);
  if (cells.length === people || (cells.length === 1 && people === 1)) return cells.map((cell) => [cell]);
  for (const { column } of cells) flag(reading, column, 'not-taken');
  return [];
}

/** What each of a family is called, by the cell nearest to their name and before the next name. */
function ranksOf(
  reading: RowReading,
  people: readonly { readonly column: number }[],
): readonly (Cell | undefined)[] {
  const columns = new Set(people.map(({ column }) => column));
  const given = (reading.cells.get('familyRelation') ?? []).filter(({ text, column }) => {
    if (isPlaceholder('sex', text)) return false;
    const relation = relationOf(text);
    const isKnown = relation !== null && relation !== 'owner';
    // Beside whoever lives there now the owner may be named again.
    if (!isKnown && !(relation === 'owner' && reading.cells.has('occupantName')))
      flag(reading, column, 'relation-not-known');
    return isKnown;
  });
  // Several people of one cell have a word each, or nobody knows whose it is.
  if (columns.size === 1 && people.length > 1)
    return eachOf(reading, 'familyRelation', people.length).map(([cell]) => cell);
  const starts = [...columns].sort((a, b) => a - b);
  const isBehind = given.every(({ column }) => column > (starts[0] ?? 0));
  return people.map(({ column }) =>
    isBehind
      ? given.find((cell) => cell.column > column && !starts.some((one) => one > column && one < cell.column))
      : given.findLast(
          (cell) => cell.column < column && !starts.some((one) => one < column && one > cell.column),
        ),
  );
}

/**
 * Whoever lives there now is somebody whom the row names otherwise, with a further phone perhaps, or a tenant where it says that the room is
 * let. Of anybody else nothing says who they are: their cells are flagged, and nothing is made of them.
 */
function withOccupants(
  reading: RowReading,
  named: readonly RowReading[],
  owners: number,
): readonly RowReading[] {
  const people = [...named];
  for (const one of readGroup(reading, { ...OCCUPANTS, relation: isLet(reading) ? '租户' : '' })) {
    const name = normaliseName(textOf(one, 'name'));
    const isOwner = OWNER_LIVES_THERE.has(name) && owners === 1 && textOf(reading, 'name') !== '';
    const at = isOwner ? 0 : people.findIndex((known) => normaliseName(textOf(known, 'name')) === name);
    const known = people[at];
    const isSomebody = looksLikeName(name) || wordsOfCompany('', name);
    if (known !== undefined) people[at] = withNumbers(reading, known, one);
    else if (isSomebody && one.cells.has('relation')) people.push(one);
    else
      for (const target of ['name', 'phone', 'idNumber'] as const)
        for (const { column } of one.cells.get(target) ?? [])
          flag(reading, column, isSomebody ? 'relation-not-known' : 'name-not-valid');
  }
  return people;
}

/** Whether the state or the use of the room says that it is let, and nothing else beside it. */
const isLet = (reading: RowReading): boolean => {
  const words = (['status', 'usage'] as const).flatMap((target) =>
    normaliseText(textOf(reading, target)).split(/[^\p{L}]+/u),
  );
  return words.some((word) => IS_LET.test(word)) && !words.some((word) => /自住|[空闲未不待]/u.test(word));
};

/** The same person with what stands beside their name a second time; a second ID number is nobody's. */
function withNumbers(reading: RowReading, known: RowReading, again: RowReading): RowReading {
  const cells = new Map(known.cells);
  for (const target of ['phone', 'idNumber'] as const) {
    const own = cells.get(target) ?? [];
    const more = (again.cells.get(target) ?? []).filter(
      ({ text }) => !own.some((cell) => cell.text.includes(text)),
    );
    if (more.length === 0) continue;
    if (target === 'idNumber' && own.length > 0) flagAll(reading, more, 'ids-unclear');
    else cells.set(target, [...own, ...more]);
  }
  return { ...known, cells };
}

/** 李四|13912345678|证件号|妻；…, as one system writes people into a cell. */
function entriesOf(text: string): readonly Named[] {
  return text
    .split(/[;；\n]+/)
    .map((entry) => entry.split(/[|｜]/u).map((part) => part.trim()))
    .filter(([name = '']) => name !== '')
    .map(([name = '', ...rest]): Named => {
      const said = rest.find((part) => relationOf(part) !== null) ?? '';
      return {
        name,
        relation: relationOf(said),
        rank: said,
        phones: rest.filter((part) => part.replace(/\D/g, '').length === 11 && part.startsWith('1')),
        ids: rest.filter((part) => /^[1-9]\d{14}(?:\d{2}[\dXx])?$/.test(part)),
        beside: '',
      };
    });
}

const SIGNS = '[\\s:：为是,，、;；。()（）/\\-—~]{0,4}';
/** What somebody does for the owner, right behind their name: 吕勇代缴. */
const VERB = '(?:代[缴交付收管理办]{1,2}(?:[水电气物业管理费]{1,4})?|承租|租住|租用|居住|在住|使用)?';
const IN_REMARK = new RegExp(
  `(租客|租户|承租人|现租户|现租客|出租给|转租给|起租给|租给|出租|转租|租住|(?<!\\p{L})租(?=[:：])|房客|配偶|妻子|丈夫|爱人|儿子|女儿|父亲|母亲|共有人|(?<!前)[妻夫]|老公|老婆|老伴)${SIGNS}(?:姓名)?${SIGNS}(?!租|承租|房客|电话|手机|联系)(\\p{Script=Han}{2,4}?)${VERB}${SIGNS}(?:联系电话|联系方式|电话|手机号码|手机号|手机|TEL|tel)?${SIGNS}(${PHONE_DIGITS})(?!\\d)`,
  'gu',
);
/** 李四（租户）13912345678. */
const RANK_BEHIND =
  /(\p{Script=Han}{2,4})\s*[（(](租客|租户|承租人|现租户|配偶|妻子?|丈夫|儿子|女儿|父亲|母亲|共有人)[)）]\s*[:：]?\s*(1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7})(?!\d)/gu;
const TENANT_ALONE = /(租客|租户|承租人)[:：]\s*(\p{Script=Han}{2,4})(?=$|[,，。;；、\s（(])/gu;

/** Mobile numbers of a remark that no other cell of the row has. */
const mobilesOf = (text: string, reading: RowReading): readonly string[] =>
  (text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? []).filter(
    (number) =>
      ![...reading.cells].some(
        ([target, cells]) => target !== 'remark' && cells.some((cell) => cell.text.includes(number)),
      ),
  );

/** Tenants and family whom a remark names with a word that says who they are, and a phone. The remark stays as it is; a mobile number in it that nobody is found for is flagged. */
function readRemarks(reading: RowReading): readonly RowReading[] {
  return (reading.cells.get('remark') ?? []).flatMap(({ text, column }) => {
    const numbers = mobilesOf(text, reading);
    const flagOpen = (taken: readonly string[]): void => {
      if (numbers.some((number) => !taken.includes(number))) flag(reading, column, 'person-in-remark');
    };
    if (!/租|房客|配偶|[妻夫]|爱人|老[公婆伴]|儿子|女儿|父亲|母亲|共有人/u.test(text)) {
      flagOpen([]);
      return [];
    }
    const behind = [...text.matchAll(RANK_BEHIND)].map(
      ([all, name = '', word = '', phone = '']) => [all, word, name, phone] as const,
    );
    const found = [...text.matchAll(IN_REMARK), ...behind, ...text.matchAll(TENANT_ALONE)].filter(
      ([, , name = ''], index, all) =>
        isHanName(name) && all.findIndex(([, , other]) => other === name) === index,
    );
    if (found.length > 0) reading.notes.add('person-in-remark');
    flagOpen(found.map(([, , , phone = '']) => phone));
    return found.slice(0, MAX_PEOPLE).map(([all, word = '', name = '', phone = '']): RowReading => ({
      ...reading,
      cells: withCells(
        [...reading.cells].filter(([target]) => SHARED.has(target)),
        [
          ['name', [{ text: name, column }]],
          ['phone', phone === '' ? undefined : [{ text: phone, column }]],
          ['idNumber', idBehind(text, all, column)],
          ['relation', [{ text: word.startsWith('租') || word.includes('租') ? '租户' : word, column }]],
        ],
      ),
      leftOver: [],
      flags: [],
      isMention: false,
      notes: new Set(['person-in-remark']),
    }));
  });
}

const ID_BEHIND = new RegExp(
  `^${SIGNS}(?:身份证号码|身份证号|身份证|证件号码|证件号)?${SIGNS}(${ID_DIGITS})(?!\\d)`,
  'u',
);

/** The ID number right behind somebody whom a remark names. */
function idBehind(text: string, named: string, column: number): readonly Cell[] | undefined {
  const id = ID_BEHIND.exec(text.slice(text.indexOf(named) + named.length))?.[1];
  return id === undefined ? undefined : [{ text: id, column }];
}

/** Columns that belong to the room, and so to each of its people. */
const SHARED: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(ROOM_PARTS);
/** What is said of each owner where it is said once. */
const OF_OWNERS: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['idType', 'moveIn']);
const LEASE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['leaseFrom', 'leaseUntil', 'leaseTerm']);

function withCells(
  kept: readonly (readonly [ColumnTarget, readonly Cell[]])[],
  own: readonly (readonly [ColumnTarget, readonly Cell[] | undefined])[],
): RowReading['cells'] {
  const cells = new Map<ColumnTarget, readonly Cell[]>(kept);
  for (const [target, given] of own) {
    if (given === undefined || given.length === 0) cells.delete(target);
    else cells.set(target, given);
  }
  return cells;
}

const isWholeName = (part: string): boolean => isPersonName(normaliseName(part)) && [...part].length > 1;

const columnOf = (reading: RowReading, target: ColumnTarget): number =>
  reading.cells.get(target)?.[0]?.column ?? 0;
