/** Tells where each column of a sheet goes, by its heading and by its cells, and how sure that is; people correct it before anything is read further. */
import { FIELDS, type FieldId, type SwitchedFieldId, isOffered } from '../../../contract/fields.ts';
import { OTHER_PEOPLE_PARTS } from '../../../contract/import/lists.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { bearsOut, type Content, contradicts, targetByContent } from './column-content.ts';
import { LIKELY, OTHER_COLUMNS } from './column-words.ts';
import {
  JOINT,
  OF_A_PERSON,
  OF_ROLE,
  TARGET_OF_HEADER,
  isKeptNowhere,
  normaliseHeader,
  ofRole,
  roleOf,
  saysSomebodyElse,
  targetOfHeader,
  whoseOf,
} from './read-heading.ts';
import { sayWhose } from './whose-columns.ts';
import { asksForState } from './yes-or-no.ts';

/** Words so common that they speak of a vehicle or a space only beside one. */
const BESIDE_A_CAR: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'brand',
  'colour',
  'vehicleKind',
  'carPark',
  'spaceKind',
  'spaceFrom',
  'spaceUntil',
]);

/**
 * A target per column by the headings alone. A field that a person has once is taken from the first of several columns. 房号 is the room within
 * its unit where a building stands in a column of its own, and the whole address of the flat otherwise. Headings that come again and again, side
 * by side, are as many tables beside one another.
 */
export function proposeTargets(headers: readonly string[]): readonly (ColumnTarget | null)[] {
  if (standApart(headers)) return headers.map((header) => (header === '' ? null : targetOfHeader(header)));
  const starts = tablesIn(headers);
  if (starts === null) return proposeOnce(headers);
  const [first = 0, second = headers.length] = starts;
  const once = proposeOnce(headers.slice(0, second));
  return headers.map((header, index) => {
    const start = starts.findLast((one) => one <= index) ?? first;
    const at = start < second ? index : index - start + first;
    if (at < second && headers[at] === header) return once[at] ?? null;
    // What stands behind the last table alone, such as remarks.
    const target = header === '' ? null : targetOfHeader(header);
    return once.includes(target) ? null : target;
  });
}

/** All names, and behind them as many rooms: a plan of a building, each column of which is a table. */
function standApart(headers: readonly string[]): boolean {
  const said = headers.filter((header) => header !== '');
  const half = said.length / 2;
  return (
    half >= 2 &&
    said.every((header, index) => header === (index < half ? said[0] : said[half])) &&
    targetOfHeader(said[0] ?? '') === 'name' &&
    isRoomTarget(targetOfHeader(said[half] ?? ''))
  );
}

/** Where the tables begin that stand side by side; null where there is one. */
function tablesIn(headers: readonly string[]): readonly number[] | null {
  const block = repeatedBlock(headers);
  if (block !== null) return headers.flatMap((_, index) => (index % block === 0 ? [index] : []));
  const begins = headers.find((header, index) => header !== '' && headers.indexOf(header, index + 1) !== -1);
  const starts = headers.flatMap((header, index) => (header === begins && header !== '' ? [index] : []));
  if (starts.length < 2) return null;
  const first = headers.slice(starts[0], starts[1]);
  const areAlike = starts.every((start, at) => {
    const own = headers.slice(start, starts[at + 1]);
    const isSame = own.every(
      (header, index) => header === '' || (first[index] ?? header) === header || first[index] === '',
    );
    const targets = proposeOnce(own);
    return isSame && targets.includes('name') && targets.some(isRoomTarget);
  });
  return areAlike ? starts : null;
}

/** Columns of the block of headings that all columns repeat; null where they do not. */
function repeatedBlock(headers: readonly string[]): number | null {
  for (let block = 2; block * 2 <= headers.length; block += 1) {
    const isRepeated =
      headers.length % block === 0 && headers.every((header, index) => header === headers[index % block]);
    if (isRepeated && isUsable(proposeOnce(headers.slice(0, block)))) return block;
  }
  return null;
}

const OF_SPACE: Readonly<Partial<Record<ColumnTarget, ColumnTarget>>> = {
  leaseFrom: 'spaceFrom',
  leaseUntil: 'spaceUntil',
};

/** Whoever uses a space or has it, in a list of spaces. */
const USES_SPACE = /^(?:车位)?(?:使用|持有|租用)(?:人|者|方)/u;

const OF_SPACE_ALONE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['spaceFrom', 'spaceUntil']);

/** A list of family alone: whose columns are said to be theirs are those of the person. */
const FAMILY_ALONE = /^(?:家属|家庭成员|同住人员?|成员)$/u;
const LIVES_THERE = /^(?:居住|入住)人员?(?:姓名)?$/u;
const OF_FAMILY = /^(?:家属|家庭成员|同住人员?|成员)(?=.)/u;

function proposeOnce(given: readonly string[]): readonly (ColumnTarget | null)[] {
  const alone = new Set(given.map((header) => (header === '' ? null : targetOfHeader(header))));
  const has = (target: ColumnTarget): boolean => alone.has(target);
  const isFamily = !has('name') && has('familyName') && has('relation');
  // Whoever lives there, and beside them who that is.
  const isOfAnybody = !has('name') && has('relation');
  // Whoever has a space, in a list of spaces, and no tenant of a flat.
  const isOfUsers =
    !has('name') && !has('area') && has('spaceCode') && given.some((header) => USES_SPACE.test(header));
  const headers = isFamily
    ? given.map((header) => (FAMILY_ALONE.test(header) ? '姓名' : header.replace(OF_FAMILY, '')))
    : isOfUsers
      ? given.map((header) => header.replace(USES_SPACE, (word) => (word === header ? '姓名' : '')))
      : isOfAnybody
        ? given.map((header) => (LIVES_THERE.test(header) ? '姓名' : header))
        : given;
  // A list of tenants alone: phones and ID numbers are theirs.
  const isOfTenants = !has('name') && has('tenantName') && !isOfUsers;
  const taken = new Map<ColumnTarget, number>();
  const targets = headers.map((header) => {
    const said = header === '' ? null : targetOfHeader(header);
    const target = isOfTenants && said !== null && said !== 'moveIn' ? (OF_ROLE.tenant[said] ?? said) : said;
    if (target === null) return null;
    const before = taken.get(target) ?? 0;
    if (before >= maxColumns(target)) return null;
    taken.set(target, before + 1);
    return target;
  });
  // 租期 of a space whose owner stands beside it, and no tenant of a flat.
  const isOfSpaces =
    taken.has('spaceCode') &&
    !taken.has('area') &&
    (!isOfTenants || alone.has('spaceKind') || alone.has('carPark')) &&
    !['relation', 'occupantName', ...(isOfTenants ? [] : ['tenantName'])].some((one) =>
      taken.has(one as ColumnTarget),
    ) &&
    !Object.entries(OF_SPACE).some((pair) => pair.every((one) => taken.has(one as ColumnTarget)));
  // The plate of whoever lives there, and days of their lease.
  const isOfHomes = taken.has('relation') && !taken.has('spaceCode') && !taken.has('spaceKind');
  const own = targets.map((target): ColumnTarget | null => {
    if (target === null) return null;
    if (!taken.has('plate') && !taken.has('spaceCode')) return BESIDE_A_CAR.has(target) ? null : target;
    if (isOfHomes) return OF_SPACE_ALONE.has(target) ? null : target;
    return isOfSpaces ? (OF_SPACE[target] ?? target) : target;
  });
  if (!taken.has('building') || !taken.has('roomText')) return own;
  return own.map((target) =>
    target === 'roomText' ? (taken.has('room') || taken.has('unitRoom') ? null : 'room') : target,
  );
}

/** Where a column goes, and whether its heading and its cells leave no doubt of it. */
export interface ColumnGuess {
  readonly target: ColumnTarget | null;
  readonly sure: boolean;
}

/** Of a table without headings: where one column alone looks like something, it is that. */
export function guessHeadless(contents: readonly Content[]): readonly ColumnGuess[] {
  const looked = contents.map((content) => (content.isCounter ? null : targetByContent(content)));
  return contents.map((content, index): ColumnGuess => {
    if (content.filled === 0 || content.isCounter) return { target: null, sure: true };
    const own = looked[index] ?? null;
    if (own === null) return { target: null, sure: false };
    const alike = looked.filter((other) => other?.target === own.target).length;
    if (alike > maxColumns(own.target))
      return {
        target: looked.findIndex((other) => other?.target === own.target) === index ? own.target : null,
        sure: false,
      };
    return { target: own.target, sure: own.isPlain || own.share >= 0.8 };
  });
}

/** Whoever lives there now is told from an owner, and their phone from their name: without them it is asked whose a column is. */
const isOfNobody = (target: ColumnTarget | null, taken: ReadonlySet<ColumnTarget>): boolean =>
  target?.startsWith('occupant') === true &&
  !(taken.has('name') && (target === 'occupantName' || taken.has('occupantName')));

/** What is once in a table, so that a second column of it is looked at. */
const OF_SOMEBODY: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'name',
  'idNumber',
  'phone',
  'tenantName',
  'coOwnerName',
  'occupantName',
  'occupantPhone',
  'occupantId',
  'landlordName',
  'landlordPhone',
  'landlordId',
]);

/** As `proposeTargets`, held against what the columns hold; columns without a known heading by that alone. */
export function guessColumns(
  headers: readonly string[],
  contents: readonly Content[],
): readonly ColumnGuess[] {
  const said = sayWhose(headers);
  const proposed = proposeTargets(withoutWeaker(said, contents));
  const width = Math.max(headers.length, contents.length);
  const taken = new Set(proposed.filter((target) => target !== null));
  // Rent, or its payer, in whichever heading.
  const isOfLets = said.some((header) => /租/u.test(header) && !/车/u.test(header));
  const guesses: ColumnGuess[] = [];
  for (let index = 0; index < width; index += 1) {
    const own = said[index] || (headers[index] ?? '');
    const content = contents[index] ?? NO_CONTENT;
    const guess =
      own !== '' && said[index] === '' && content.filled > 0
        ? { target: null, sure: false }
        : guessColumn(own, content, proposed[index] ?? null, taken, isOfLets);
    if (guess.target !== null) taken.add(guess.target);
    guesses.push(guess);
  }
  const people = withPerson(headers, contents, guesses);
  return withRooms(headers, contents, unsureBehindStrangers(said, contents, people));
}

/** Phones and ID numbers right behind names of which it is asked who they are: theirs, or nobody knows whose. */
function unsureBehindStrangers(
  headers: readonly string[],
  contents: readonly Content[],
  guesses: readonly ColumnGuess[],
): readonly ColumnGuess[] {
  let isStranger = false;
  return guesses.map((guess, index) => {
    const { target, sure } = guess;
    const isPlain = target !== null && IS_NUMBER.has(target);
    if (!isPlain) isStranger = target === null && !sure && (contents[index]?.share.name ?? 0) >= 0.6;
    const isSaid = roleOf(normaliseHeader(headers[index] ?? '')) !== null;
    return isPlain && isStranger && sure && !isSaid ? { target: null, sure: false } : guess;
  });
}
const IS_NUMBER: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['phone', 'idNumber', 'sex', 'birthday']);

/**
 * The one column of names that nobody knows is the person of the row where a phone, an ID number or a room stands beside it; so is what is
 * headed with its heading before: 购买人, 购买人电话.
 */
function withPerson(
  headers: readonly string[],
  contents: readonly Content[],
  guesses: readonly ColumnGuess[],
): readonly ColumnGuess[] {
  const isKnown = (test: (target: ColumnTarget | null) => boolean): boolean =>
    guesses.some(({ target, sure }) => sure && test(target));
  const isBeside = isKnown((target) => target === 'phone' || target === 'idNumber' || isRoomTarget(target));
  if (!isBeside || isKnown((target) => target === 'name' || target === 'tenantName')) return guesses;
  const isOfFirms = headers.some((header) => OF_FIRMS.test(header));
  const names = guesses.flatMap(({ sure }, index) => {
    const header = headers[index] ?? '';
    const isNames = (contents[index]?.share.name ?? 0) >= 0.8 && (contents[index]?.filled ?? 0) > 1;
    const isOthers = saysSomebodyElse(header) && !(CONTACT.test(normaliseHeader(header)) && !isOfFirms);
    return !sure && isNames && targetOfHeader(header) === null && !isOthers ? [index] : [];
  });
  const [person] = names;
  if (person === undefined || names.length > 1) return guesses;
  const own = normaliseHeader(headers[person] ?? '').replace(/(?<=.)(?:姓名|名称|名字|名)$/u, '');
  return guesses.map((guess, index): ColumnGuess => {
    if (index === person) return { target: 'name', sure: true };
    const words = normaliseHeader(headers[index] ?? '');
    const rest =
      own !== '' && words.startsWith(own) ? TARGET_OF_HEADER.get(words.slice(own.length)) : undefined;
    const isTheirs =
      rest !== undefined && guess.target === null && bearsOut(contents[index] ?? NO_CONTENT, rest);
    const isFree = !guesses.some(({ target }) => target === rest) || maxColumns(rest ?? 'name') > 1;
    return isTheirs && isFree ? { target: rest, sure: true } : guess;
  });
}

/** Whom one calls: of homes somebody of the home, of firms nobody who lives there. */
const CONTACT = /^(?:联系人|收[件货]人|领取人|签收人|(?:业主|楼栋|住户)?代表)(?:姓名)?$/u;
const OF_FIRMS = /单位名|公司|企业|机构|商|店/u;

/** Measures, sums and numbers of other things, which look like rooms. */
const NO_ROOM = /龄|费|额|数|面积|表|年|月|率|价|金|卡|电话|单号|档案|qq|id/iu;

/**
 * Where no column is of rooms, those whose cells look like rooms may be, whatever their headings are known as: beside a building the only
 * one that says so is (户号), all others are asked about.
 */
function withRooms(
  headers: readonly string[],
  contents: readonly Content[],
  guesses: readonly ColumnGuess[],
): readonly ColumnGuess[] {
  if (guesses.some(({ target }) => isRoomTarget(target) || target === 'spaceCode' || target === 'ownerCode'))
    return guesses;
  const rooms = guesses.flatMap(({ target }, index) => {
    const { filled, isCounter, share } = contents[index] ?? NO_CONTENT;
    const isRooms = filled > 1 && !isCounter && Math.max(share.shortRoom, share.room, share.villa) >= 0.7;
    return target === null && isRooms && !NO_ROOM.test(headers[index] ?? '') ? [index] : [];
  });
  const isInBuilding = guesses.some(({ target }) => target === 'building' || target === 'unit');
  const isOnFloor = guesses.some(({ target }) => target === 'floor');
  const only = rooms[0] ?? 0;
  const isAlone =
    rooms.length === 1 && /[户室房门]|^(?:单位|号)$/u.test(normaliseHeader(headers[only] ?? ''));
  const { room, villa } = (contents[only] ?? NO_CONTENT).share;
  const isWhole = Math.max(room, villa) >= 0.9;
  const target = isInBuilding ? 'room' : 'roomText';
  return guesses.map((guess, index): ColumnGuess => {
    if (!rooms.includes(index)) return guess;
    return isAlone && (isInBuilding || isOnFloor || isWhole)
      ? { target, sure: true }
      : { target: null, sure: false };
  });
}

/** Of several columns of what there is once, those that hold nothing, or are less like it, count as unknown. */
function withoutWeaker(headers: readonly string[], contents: readonly Content[]): readonly string[] {
  if (standApart(headers) || tablesIn(headers) !== null) return headers;
  const targets = headers.map((header) => (header === '' ? null : targetOfHeader(header)));
  const hasBuilding = targets.some(
    (target, index) => target === 'building' && (contents[index]?.filled ?? 0) > 0,
  );
  const worth = (target: ColumnTarget, index: number): number => {
    const { filled, share } = contents[index] ?? NO_CONTENT;
    if (filled === 0) return -1;
    if (target === 'relation') return share.relation;
    if (target === 'estate' && IN_CITY.test(headers[index] ?? '')) return -0.5;
    return target === 'roomText' ? Math.max(share.room, share.shortRoom * (hasBuilding ? 1.1 : 0.9)) : 0;
  };
  const isStage = (index: number): boolean =>
    targets[index] === 'estate' && STAGE.test(normaliseHeader(headers[index] ?? ''));
  return headers.map((header, index) => {
    const target = targets[index] ?? null;
    if (target === null || (maxColumns(target) > 1 && target !== 'estate')) return header;
    // FC100202 beside whole addresses is a program's number.
    const isCode = target === 'roomText' && (contents[index]?.share.room ?? 1) < 0.2;
    if (isCode && contents.some(({ share }, at) => (targets[at] ?? null) === null && share.room >= 0.9))
      return '';
    const own = worth(target, index);
    const isWeaker = targets.some(
      (other, at) =>
        other === target &&
        at !== index &&
        isStage(at) === isStage(index) &&
        (worth(target, at) > own || (worth(target, at) === own && at < index)),
    );
    return isWeaker ? '' : header;
  });
}

const NO_CONTENT: Content = { filled: 0, isCounter: false, share: {} as Content['share'] };

/** A room's number of before: 原房号, 老门牌, 变更前房号. */
const FORMER_ROOM =
  /^(?:[原旧老]|曾用|历史|(?:变更|更名|更改|调整)前)的?(?:门牌|房号|房间|房屋|室号|楼号|地址|编号|单元)/u;

/** A part of an estate, which is named in a column beside it. */
const STAGE = /^(?:分?期数?|期区|分区|组团|组团区域|苑期区|苑区)$/u;
const LIVES_ELSEWHERE = /户籍|户口|身份证|通[讯信]|邮寄/u;
const IN_CITY = /(?:^|\/ ?)区$/u;
const LIVES_HERE = /^(?:现|实际)居?住?(?:地)?[地住]?址$/u;

function guessColumn(
  header: string,
  content: Content,
  proposed: ColumnTarget | null,
  taken: ReadonlySet<ColumnTarget>,
  isOfLets: boolean,
): ColumnGuess {
  if (content.filled === 0) return { target: proposed, sure: true };
  const looked = targetByContent(content);
  // A room with whoever is in it, whatever the column is called.
  if (content.share.roomAndName >= 0.6 && ![...taken].some((one) => one !== proposed && isRoomTarget(one)))
    return { target: 'roomText', sure: true };
  if (isOfNobody(proposed, taken)) return { target: null, sure: false };
  if (proposed !== null) {
    // 家庭住址 of the estate itself is the room, and 单元号 such as 19#-2002.
    if (
      (proposed === 'unit' || (proposed === 'address' && !LIVES_ELSEWHERE.test(header))) &&
      content.share.room >= 0.7 &&
      ![...taken].some(isRoomTarget)
    )
      return { target: 'roomText', sure: true };
    // Unit, 单位: the flat itself in the English of Hong Kong, where nothing else is one.
    if (proposed === 'unit' && content.share.flat >= 0.8 && ![...taken].some(isRoomTarget))
      return { target: taken.has('building') ? 'room' : 'roomText', sure: true };
    // 区 is one of the city as well.
    if (proposed === 'estate' && IN_CITY.test(header) && content.share.region < 0.8)
      return { target: null, sure: false };
    // 门牌 12号, 室号 102.
    if (proposed === 'roomText' && content.share.house >= 0.8 && taken.has('room') && !taken.has('building'))
      return { target: 'building', sure: true };
    // 正常, 在册 say nothing of the room.
    if (proposed === 'status' && content.share.status < 0.3 && !asksForState(normaliseHeader(header)))
      return { target: null, sure: true };
    if (!contradicts(content, proposed)) return { target: proposed, sure: true };
    return { target: looked?.target ?? proposed, sure: false };
  }
  if (FORMER_ROOM.test(header) && [...taken].some(isRoomTarget)) return { target: null, sure: true };
  if (header !== '' && isKeptNowhere(header)) return { target: null, sure: true };
  const second = header === '' ? null : targetOfHeader(header);
  // The whole address beside the room: it alone names the estate.
  const isWhole = second === 'roomText' && content.share.inEstate >= 0.8;
  if (isWhole && [...taken].some(isRoomTarget) && !taken.has('estate'))
    return { target: 'estate', sure: true };
  // A second column of something that there is once: of somebody, or of no account.
  if (second !== null && !BESIDE_A_CAR.has(second)) return { target: null, sure: !OF_SOMEBODY.has(second) };
  if (LIVES_HERE.test(header) && content.share.room >= 0.7 && ![...taken].some(isRoomTarget))
    return { target: 'roomText', sure: true };
  const likely = likelyTarget(header, content, taken, isOfLets);
  const isFree = (target: ColumnTarget): boolean => !taken.has(target) || maxColumns(target) > 1;
  // 代理人电话 is a phone, and not said to be the owner's.
  const isOthers = isOfOthers(header);
  if (likely !== null && isOthers && OF_A_PERSON.has(likely)) return { target: null, sure: false };
  if (isOfNobody(likely, taken)) return { target: null, sure: false };
  if (likely !== null && isFree(likely)) return { target: likely, sure: bearsOut(content, likely) };
  if (content.isCounter) return { target: null, sure: true };
  if (looked === null || !isFree(looked.target)) return { target: null, sure: false };
  if (OF_A_PERSON.has(looked.target) && (saysSomebodyElse(header) || OF_A_THING.test(header)))
    return { target: null, sure: false };
  const isRoomBeside = looked.target === 'roomText' && (taken.has('room') || taken.has('unitRoom'));
  const role = roleOf(normaliseHeader(header))?.role ?? 'owner';
  const isTheirs = role === 'owner' || !OF_A_PERSON.has(looked.target);
  return {
    target: isRoomBeside ? null : looked.target,
    sure: looked.isPlain && isTheirs && !isRoomBeside,
  };
}

/** Whether a heading names somebody beside the person of the row, a role of the table or nobody. */
function isOfOthers(header: string): boolean {
  const parts = header.split(JOINT).filter((part) => part !== '');
  if (parts.slice(0, -1).some(saysSomebodyElse)) return true;
  const words = normaliseHeader(parts.at(-1) ?? '');
  const role = roleOf(words);
  return whoseOf(role?.rest ?? words) !== '' && TARGET_OF_HEADER.get(role?.rest ?? '') === undefined;
}

/** Numbers of meters, bills and cards, which look like phones. */
const OF_A_THING = /表|单号|编号|金额|费|卡/u;

/** By a word within the heading, or by the heading without the word that says whose it is. */
function likelyTarget(
  header: string,
  content: Content,
  taken: ReadonlySet<ColumnTarget>,
  isOfLets: boolean,
): ColumnTarget | null {
  const words = normaliseHeader(header.split(JOINT).at(-1) ?? '');
  if (words === '') return null;
  const said = roleOf(words);
  const role = said === null || /^[及与和]/u.test(said.rest) ? null : said;
  const rest = role === null ? null : (TARGET_OF_HEADER.get(role.rest) ?? likelyIn(role.rest));
  if (role !== null && rest !== null) return role.role === 'owner' ? rest : ofRole(role.role, rest);
  const isNames = said !== null && whoseOf(said.rest) === '' && bearsOut(content, 'name');
  if (isNames && said.role !== 'owner') return ofRole(said.role, 'name');
  const beside = TARGET_OF_HEADER.get(words);
  if (content.share.date >= 0.6 && (beside === 'spaceFrom' || beside === 'spaceUntil')) {
    const isLet = isOfLets || taken.has('tenantName') || taken.has('leaseFrom') || words.includes('合同');
    if (beside === 'spaceFrom') return isLet ? 'leaseFrom' : 'moveIn';
    if (isLet || taken.has('relation')) return 'leaseUntil';
    return /到期|截止/u.test(words) ? null : 'moveOut';
  }
  return likelyIn(words);
}

const likelyIn = (words: string): ColumnTarget | null =>
  LIKELY.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** One column may hold several values of a field, so there may be as many columns as values. */
function maxColumns(target: ColumnTarget): number {
  if (target === 'remark' || target === 'familyRelation' || target === 'spaceCode' || HOUSEHOLD.has(target))
    return MAX_BESIDE;
  // The estate, and the part of it.
  if (target === 'estate') return 2;
  return target in FIELDS ? FIELDS[target as FieldId].most : 1;
}

const HOUSEHOLD: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(OTHER_PEOPLE_PARTS);
/** Columns of further people, and of remarks, which are joined. */
const MAX_BESIDE = 5;

/** Headers for columns that had none, each of which is known when the workbook comes again; empty for a column of nothing. */
export function headersOf(
  columns: readonly { readonly index: number; readonly target: ColumnTarget }[],
  width: number,
): readonly string[] {
  const known = new Map(
    columns.map(({ index, target }) => [
      index,
      (target in FIELDS
        ? FIELDS[target as FieldId].columns
        : OTHER_COLUMNS[target as keyof typeof OTHER_COLUMNS]
      )[0] ?? '',
    ]),
  );
  return Array.from({ length: width }, (_, index) => known.get(index) ?? '');
}

/** A field that is turned off is neither proposed nor read. */
export const isTaken = (target: ColumnTarget, switchedOn: readonly SwitchedFieldId[]): boolean =>
  !(target in FIELDS) || isOffered(target as FieldId, switchedOn);

/** Enough to make records of: somebody, or somewhere. */
export function isUsable(targets: readonly (ColumnTarget | null)[]): boolean {
  const isList =
    targets.includes('ownerCode') && (targets.includes('plate') || targets.includes('spaceCode'));
  return (
    isList || targets.some((target) => target === 'name' || target === 'tenantName' || isRoomTarget(target))
  );
}

/** A column by which a room is told. */
export const isRoomTarget = (target: ColumnTarget | null): boolean =>
  target === 'room' || target === 'roomText' || target === 'unitRoom';
