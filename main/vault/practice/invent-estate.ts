/**
 * The invented residents of the practice vault: three estates, the same for the same seed and day. Nobody in it can exist: given
 * names are numbers, phones lie in blocks that nobody has, ID numbers are of people born in the 1890s, plates name a
 * city that there is none of.
 */
import { TOUR_VISITOR } from '../../../contract/practice/lists.ts';
import type { Relation, Sex } from '../../../contract/fields.ts';
import { dayOf } from '../clock.ts';
import { checkCharacter } from '../values/id-number.ts';

export interface InventedPerson {
  readonly name: string;
  readonly relation: Relation;
  readonly sex: Sex;
  readonly phone: string;
  /** Absent of a company. */
  readonly idNumber?: string;
  readonly wechat?: string;
  readonly address?: string;
  readonly emergency?: string;
  readonly remark?: string;
  readonly car?: InventedCar;
}

export interface InventedCar {
  readonly plate: string;
  readonly brand: string;
  readonly colour: string;
  readonly space: string;
  /** Days, 2026-01-31; the lease of the space, which may be over. */
  readonly from: string;
  readonly until: string;
}

export interface InventedHousehold {
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly floor: string;
  readonly layout: string;
  /** Square metres. */
  readonly area: number;
  readonly status: string;
  /** The owner first. */
  readonly people: readonly InventedPerson[];
}

interface EstatePlan {
  readonly name: string;
  readonly buildings: readonly string[];
  readonly units: readonly string[];
  readonly floors: number;
  readonly doors: number;
}

const ESTATES: readonly EstatePlan[] = [
  { name: '甲苑', buildings: ['1', '2', '3'], units: ['1', '2'], floors: 18, doors: 4 },
  { name: '乙苑', buildings: ['A', 'B'], units: ['1'], floors: 11, doors: 2 },
  { name: '丙苑', buildings: ['5', '6', '7'], units: ['1', '2', '3'], floors: 6, doors: 2 },
];
/** Of each estate; together some three hundred people. */
const HOUSEHOLDS_EACH = 42;
/** A fourth estate, of whom nobody is in the vault yet. */
const NEXT_ESTATE: EstatePlan = { name: '丁苑', buildings: ['9'], units: ['1'], floors: 6, doors: 2 };
const DAY_MS = 86_400_000;

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周韦覃蒙莫卢罗农徐孙马朱胡郭何高林吕曾单仇解查区',
  '欧阳',
  '上官',
  '尉迟',
  '万俟',
];
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
/** Words that are not a name in any script. */
const SEGMENTED = ['买买提', '古丽娜', '阿卜杜拉'];
const ENGLISH_NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const LAYOUTS = ['一室一厅', '两室一厅', '三室两厅', '四室两厅'];
const STATUSES = ['已入住', '已入住', '已入住', '已出租', '装修中', '空闲'];
const REMARKS = [
  '门铃坏了，请先打电话。',
  '白天没人，晚上七点后联系。',
  '快递放东门岗亭。',
  '家里养狗，上门前先打招呼。',
];
const COLOURS = ['白', '黑', '灰', '蓝'];

/** A draw from a sequence that its seed decides. */
interface Draw {
  /** Whole number in [0, below). */
  number(below: number): number;
  one<T>(values: readonly T[]): T;
  chance(probability: number): boolean;
}

/** mulberry32. */
function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    one: (values) => values[number(values.length)] as (typeof values)[number],
    chance: (probability) => next() < probability,
  };
}

/** A number from 1 to 99 as a cheque has it, which nobody is called: 柒, 拾叁, 贰拾伍. */
export function formalNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const digit = (at: number): string => FORMAL_DIGITS[at] ?? '';
  return (tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}拾`) + (ones === 0 ? '' : digit(ones));
}

/** Each name once: a surname goes through all its numbers before one comes again. */
function createNames(): { of(surname: number): string } {
  const given = new Map<string, number>();
  return {
    of(surname) {
      const family = SURNAMES[surname % SURNAMES.length] ?? '';
      const count = given.get(family) ?? 0;
      given.set(family, count + 1);
      return family + formalNumber(((surname * 11 + count * 37) % 99) + 1);
    },
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Valid by GB 11643, of somebody born from 1890 to 1899. */
function drawIdNumber(draw: Draw): string {
  const first17 = `4501${two(2 + draw.number(8))}189${draw.number(10)}${two(1 + draw.number(12))}${two(1 + draw.number(28))}${String(draw.number(1000)).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

/** In the blocks 1411 to 1419, which nobody has; each once, and none that stands for an unknown number. */
function createPhones(draw: Draw): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const phone = `141${1 + draw.number(9)}${String(draw.number(10_000_000)).padStart(7, '0')}`;
      if (given.has(phone) || /(\d)\1{3,}/.test(phone.slice(3))) continue;
      given.add(phone);
      return phone;
    }
  };
}

interface Sources {
  readonly draw: Draw;
  readonly names: ReturnType<typeof createNames>;
  readonly nextPhone: () => string;
  /** Milliseconds since 1970. */
  readonly today: number;
}

interface Invention {
  readonly seed: number;
  /** Milliseconds since 1970; leases of parking spaces end before and after it. */
  readonly today: number;
}

/** Those who are in the practice vault. */
export function inventEstates(invention: Invention): readonly InventedHousehold[] {
  const [first, ...rest] = inventEach(ESTATES, invention);
  const [visitor, ...others] = first?.people ?? [];
  if (first === undefined || visitor === undefined) throw new RangeError('an estate without anybody');
  return [{ ...first, people: [{ ...visitor, phone: TOUR_VISITOR.phone }, ...others] }, ...rest];
}

/** Those who are not, to be imported as an exercise; of another seed, they share no phone with the others but by chance. */
export const inventNextEstate = (invention: Invention): readonly InventedHousehold[] =>
  inventEach([NEXT_ESTATE], invention);

function inventEach(
  estates: readonly EstatePlan[],
  { seed, today }: Invention,
): readonly InventedHousehold[] {
  const draw = createDraw(seed);
  const sources: Sources = { draw, names: createNames(), nextPhone: createPhones(draw), today };
  return estates.flatMap((estate) => inventEstate(estate, sources));
}

function inventEstate(estate: EstatePlan, sources: Sources): readonly InventedHousehold[] {
  const { draw } = sources;
  const doors = estate.buildings.flatMap((building) =>
    estate.units.flatMap((unit) =>
      Array.from({ length: estate.floors * estate.doors }, (_, place) => ({
        building,
        unit,
        floor: 1 + Math.floor(place / estate.doors),
        door: 1 + (place % estate.doors),
      })),
    ),
  );
  // Spread over the whole estate, not its first floors alone.
  const step = Math.floor(doors.length / Math.min(HOUSEHOLDS_EACH, doors.length));
  return doors
    .filter((_, place) => place % step === 0)
    .slice(0, HOUSEHOLDS_EACH)
    .map(({ building, unit, floor, door }, index) => ({
      estate: estate.name,
      building,
      unit,
      room: `${floor}${two(door)}`,
      floor: String(floor),
      layout: draw.one(LAYOUTS),
      area: 40 + draw.number(1200) / 10,
      status: draw.one(STATUSES),
      people: inventPeople(index, sources),
    }));
}

function inventPeople(index: number, sources: Sources): readonly InventedPerson[] {
  const { draw } = sources;
  const surname = draw.number(SURNAMES.length);
  const owner = index % 40 === 20 ? inventCompany(sources) : inventOwner(index, surname, sources);
  const others = draw.one([0, 1, 1, 2, 2, 3]);
  return [
    owner,
    ...Array.from({ length: others }, (_, at) => {
      const relation =
        at === 0 && draw.chance(0.25) ? 'co-owner' : draw.one(['family', 'family', 'tenant'] as const);
      const own = relation === 'family' && at > 0 ? surname : draw.number(SURNAMES.length);
      return inventPerson(sources.names.of(own), relation, sources);
    }),
  ];
}

function inventOwner(index: number, surname: number, sources: Sources): InventedPerson {
  const { draw } = sources;
  const person = inventPerson(nameOfOwner(index, surname, sources), 'owner', sources);
  return {
    ...person,
    ...(draw.chance(0.2) ? { wechat: `yanlian_${person.phone.slice(-4)}` } : {}),
    ...(draw.chance(0.15) ? { address: '广西壮族自治区无名市虚构路 0 号' } : {}),
    ...(draw.chance(0.2) ? { emergency: `${sources.names.of(surname)} ${sources.nextPhone()}` } : {}),
    ...(draw.chance(0.15) ? { remark: draw.one(REMARKS) } : {}),
    ...(draw.chance(0.45) ? { car: inventCar(index, sources) } : {}),
  };
}

function nameOfOwner(index: number, surname: number, { draw, names }: Sources): string {
  if (index % 40 === 10) return `${draw.one(SEGMENTED)}·${formalNumber(11 + draw.number(88))}`;
  if (index % 40 === 30) return `Nobody ${draw.one(ENGLISH_NUMBERS)}`;
  return names.of(surname);
}

function inventPerson(name: string, relation: Relation, { draw, nextPhone }: Sources): InventedPerson {
  return {
    name,
    relation,
    sex: draw.chance(0.5) ? 'male' : 'female',
    phone: nextPhone(),
    idNumber: drawIdNumber(draw),
  };
}

function inventCompany({ draw, nextPhone }: Sources): InventedPerson {
  return {
    name: `演练${formalNumber(1 + draw.number(99))}商贸有限公司`,
    relation: 'owner',
    sex: 'unknown',
    phone: nextPhone(),
  };
}

/** 桂 and a letter that no city has; the lease of one space in three is over. */
function inventCar(index: number, { draw, today }: Sources): InventedCar {
  const place = `桂${draw.one([...'XYZ'])}`;
  const until = index % 3 === 0 ? -20 - draw.number(60) : 30 + draw.number(300);
  return {
    plate: draw.chance(0.2)
      ? `${place}D${String(draw.number(100_000)).padStart(5, '0')}`
      : `${place}${String(draw.number(100_000)).padStart(5, '0')}`,
    brand: '虚构牌',
    colour: draw.one(COLOURS),
    space: `B1-${String(index + 1).padStart(3, '0')}`,
    from: dayOf(today + (until - 365) * DAY_MS),
    until: dayOf(today + until * DAY_MS),
  };
}
