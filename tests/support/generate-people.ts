/** An invented estate, the same for the same seed: rooms, people, impossible ID numbers and phones; and its way into a store. */
import {
  type IdType,
  type PersonKind,
  type Relation,
  type SealedFieldId,
  type SealedTier,
  type Sex,
  sealedTierOf,
} from '../../contract/fields.ts';
import { checkCharacter } from '../../main/vault/values/id-number.ts';
import { USUAL_MASKS } from '../../contract/policy/lists.ts';
import { maskValue } from '../../main/vault/values/mask.ts';
import { type ParsedRoom, roomFromParts } from '../../main/vault/values/room-text.ts';
import {
  indexBatch,
  INSERT_NAME_KEY,
  INSERT_PHONE_KEY,
  INSERT_PLATE_KEY,
  INSERT_ROOM_KEY,
  nameKeyRows,
  phoneKeyRows,
  plateKeyRows,
  roomKeyRows,
} from '../../main/vault/search/search-index.ts';
import { claimIds, lastIds, takeId } from '../../main/vault/store/ids.ts';
import { type SqlValue, sql } from '../../main/vault/store/sql.ts';
import type { Store, WritableStore } from '../../main/vault/store/store.ts';
import { words } from './words.ts';

export interface GeneratedPerson {
  readonly kind: PersonKind;
  readonly name: string;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly relation: Relation;
  readonly plates: readonly string[];
  readonly sealed: readonly { readonly field: SealedFieldId; readonly value: string }[];
}

/** A room and those who belong to it, the owner first. */
export interface Household {
  readonly parsed: ParsedRoom;
  readonly floor: string;
  readonly layout: string;
  /** Square metres. */
  readonly area: number;
  readonly status: string;
  readonly people: readonly GeneratedPerson[];
}

export interface Estate {
  readonly households: readonly Household[];
  readonly residents: number;
}

interface EstateOptions {
  /** People in all, companies among them. */
  readonly residents: number;
  readonly seed: number;
}

/** 32-bit generator (mulberry32): numbers in [0, 1), the same for the same seed on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Roughly as common as they are in life: an index over them has the same crowded corners. */
const SURNAMES: readonly (readonly [surnames: string, weight: number])[] = [
  ['王李张', 70],
  ['刘陈', 50],
  ['杨黄赵吴周', 20],
  ['韦覃蒙莫卢罗农', 14],
  ['徐孙马朱胡郭何高林', 11],
  ['郑谢梁宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任姚沈钟姜', 4],
  [
    '崔谭陆范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛牛',
    1,
  ],
  ['单仇解查区尉朴盖乐员翟缪', 0.5],
];
const COMPOUND = words('欧阳 上官 司马 诸葛 司徒 令狐 皇甫 尉迟 万俟 慕容 夏侯 东方');
const GIVEN = [
  ...'伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂华玉兰梅英文建国红春燕辉鹏飞云龙凤海波宁斌欣怡子涵雨泽宇轩晨思琪佳慧嘉浩然梓萱俊博天翔志远晓东立新家豪美玲淑珍永康福荣光荫乐行茜昊晟绿律',
];
const RARE_GIVEN = ['𠮷', '𬭎', '𫖮', '㛃', '䶮'];
const UYGHUR = words('买买提 吐尔逊 阿卜杜拉 古丽娜 艾合买提 玉素甫 热依汗 阿依古丽 卡德尔 木拉提');
const LATIN = words(
  'John Maria Ahmed Linh Kwame Sofia Ivan Aiko Smith Garcia Nguyen Okafor Petrov Tanaka Müller',
  'Rossi',
);
const TRADES = ['物业', '装饰', '餐饮', '商贸', '科技', '广告', '教育', '汽修'];
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LAYOUTS = ['一室一厅', '两室一厅', '三室两厅', '四室两厅'];
const STATUSES = ['已入住', '已入住', '已入住', '已出租', '装修中', '空闲'];

interface Draw {
  /** Whole number in [0, below). */
  number(below: number): number;
  one<T>(values: readonly T[]): T;
  chance(probability: number): boolean;
}

function createDraw(random: () => number): Draw {
  const number = (below: number): number => Math.floor(random() * below);
  return {
    number,
    one: (values) => values[number(values.length)]!,
    chance: (probability) => random() < probability,
  };
}

const SURNAME_TABLE: readonly string[] = SURNAMES.flatMap(([surnames, weight]) =>
  [...surnames].flatMap((surname) => Array<string>(Math.ceil(weight * 2)).fill(surname)),
);

function drawName(draw: Draw): string {
  const dice = draw.number(1000);
  if (dice < 8) return `${draw.one(UYGHUR)}·${draw.one(UYGHUR)}`;
  if (dice < 14) return `${draw.one(LATIN)} ${draw.one(LATIN)}`;
  const surname = dice < 24 ? draw.one(COMPOUND) : draw.one(SURNAME_TABLE);
  const first = dice === 999 ? draw.one(RARE_GIVEN) : draw.one(GIVEN);
  return surname + first + (draw.chance(0.72) ? draw.one(GIVEN) : '');
}

const digits = (draw: Draw, count: number): string =>
  Array.from({ length: count }, () => draw.number(10)).join('');
const two = (value: number): string => String(value).padStart(2, '0');

/** Valid by GB 11643, of somebody born in the 1890s. */
function drawIdNumber(draw: Draw): string {
  const first17 = `4501${two(2 + draw.number(8))}${1890 + draw.number(10)}${two(1 + draw.number(12))}${two(1 + draw.number(28))}${digits(draw, 3)}`;
  return first17 + checkCharacter(first17);
}

/** In the blocks 1410–1419, which nobody has; never a row of equal digits. */
function drawPhone(draw: Draw): string {
  return `141${1 + draw.number(9)}${digits(draw, 6)}${(1 + draw.number(4)) * 2 - 1}`.replace(
    /(\d)\1{4,}/g,
    (run) => run.slice(0, 4).padEnd(run.length, '27'),
  );
}

function drawPlate(draw: Draw): string {
  const place = `桂${draw.one([...'ABCDEFGHJKLMNPR'])}`;
  if (draw.chance(0.15)) return `${place}${draw.one([...'DF'])}${digits(draw, 5)}`;
  return draw.chance(0.6)
    ? `${place}${digits(draw, 5)}`
    : `${place}${digits(draw, 2)}${draw.one([...LETTERS])}${digits(draw, 2)}`;
}

function drawPerson(draw: Draw, relation: Relation): GeneratedPerson {
  const sealed: { field: SealedFieldId; value: string }[] = [{ field: 'phone', value: drawPhone(draw) }];
  if (draw.chance(0.08)) sealed.push({ field: 'phone', value: drawPhone(draw) });
  sealed.push({ field: 'idNumber', value: drawIdNumber(draw) });
  if (draw.chance(0.03)) sealed.push({ field: 'remark', value: 'prefers a call after six' });
  return {
    kind: 'person',
    name: drawName(draw),
    sex: draw.chance(0.5) ? 'male' : 'female',
    idType: 'resident-id',
    relation,
    plates: relation === 'owner' && draw.chance(0.45) ? [drawPlate(draw)] : [],
    sealed,
  };
}

function drawCompany(draw: Draw): GeneratedPerson {
  const name = `河池市${draw.one(GIVEN)}${draw.one(GIVEN)}${draw.one(TRADES)}有限公司`;
  return {
    kind: 'company',
    name,
    sex: 'unknown',
    idType: null,
    relation: 'owner',
    plates: [],
    sealed: [{ field: 'phone', value: drawPhone(draw) }],
  };
}

function drawPeople(draw: Draw, most: number): readonly GeneratedPerson[] {
  const count = Math.min(most, draw.one([1, 1, 2, 2, 3, 4]));
  const owner = draw.chance(0.01) ? drawCompany(draw) : drawPerson(draw, 'owner');
  const others = Array.from({ length: count - 1 }, (_, index) =>
    drawPerson(
      draw,
      index === 0 && draw.chance(0.2) ? 'co-owner' : draw.one(['family', 'family', 'tenant'] as const),
    ),
  );
  return [owner, ...others];
}

/** Household by household, for estates that should not lie in memory whole. */
export function* generateHouseholds({ residents, seed }: EstateOptions): Generator<Household> {
  const draw = createDraw(createRandom(seed));
  const unitsOf = (building: number): number => 1 + (building % 3);
  const FLOORS = 32;
  const DOORS = 4;
  let left = residents;
  for (let building = 1; left > 0; building++) {
    for (let unit = 1; unit <= unitsOf(building) && left > 0; unit++) {
      for (let place = 0; place < FLOORS * DOORS && left > 0; place++) {
        const floor = 1 + Math.floor(place / DOORS);
        const people = drawPeople(draw, left);
        left -= people.length;
        // One building in eight has a letter; the first doors of it are shops.
        const name = building % 8 === 0 && building / 8 <= 24 ? LETTERS[building / 8 - 1]! : String(building);
        const shop = floor === 1 && building % 8 === 0 && building / 8 <= 24 && unit === 1;
        const parsed = shop
          ? roomFromParts({ building: '商场', room: `${name}${110 + place}` })
          : roomFromParts({ building: name, unit, room: `${floor}${two(1 + (place % DOORS))}` });
        yield {
          parsed: parsed!,
          floor: String(floor),
          layout: draw.one(LAYOUTS),
          area: 40 + draw.number(1200) / 10,
          status: draw.one(STATUSES),
          people,
        };
      }
    }
  }
}

export function generateEstate(options: EstateOptions): Estate {
  return { households: [...generateHouseholds(options)], residents: options.residents };
}

// --- into a store

interface ValueToSeal {
  readonly personId: number;
  readonly field: SealedFieldId;
  readonly ordinal: number;
  readonly value: string;
}

export interface SealedRow {
  readonly batchId: number;
  readonly n: number;
  readonly ciphertext: Uint8Array;
  /** For matched fields, where the caller has a match key. */
  readonly tag?: { readonly tag: Uint8Array; readonly epoch: number };
}

/** Seals the values of one tier and writes their row of seal_batch; answers in the order of the values. */
export type SealValues = (
  tx: WritableStore,
  tier: SealedTier,
  values: readonly ValueToSeal[],
) => Promise<readonly SealedRow[]>;

/** Ciphertexts of the right length that open to nothing, for tests and benches that open none. */
export const sealNothing: SealValues = async (tx, tier, values) => {
  const batchId = await takeId(tx, 'seal_batch');
  await tx.run(
    sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (${batchId}, ${tier}, 1, ${new Uint8Array(16)}, ${new Uint8Array(32)})`,
  );
  return values.map(({ value }, n) => ({
    batchId,
    n,
    ciphertext: new Uint8Array(Buffer.byteLength(value) + 17),
  }));
};

interface InsertOptions {
  /** People in one transaction. */
  readonly batch?: number;
  /** Milliseconds since the epoch, written as the time of every row. */
  readonly at?: number;
  readonly onProgress?: (people: number) => void;
}

export interface Inserted {
  readonly rooms: number;
  readonly people: number;
  readonly values: number;
  readonly vehicles: number;
}

/** Above this many people the search keys are collected and written in their order at the end, each page of the index once. */
const MANY = 20_000;

/** Writes the estate with its indexes, some 5,000 people a transaction, after whatever the store holds already. */
export async function insertEstate(
  store: Store,
  estate: Estate | Iterable<Household>,
  seal: SealValues = sealNothing,
  options: InsertOptions = {},
): Promise<Inserted> {
  const most = options.batch ?? 5000;
  const next = await lastIds(store, NUMBERED);
  const start = { ...next };
  let keys: KeyRows | null = null;
  let indexes: readonly string[] = [];
  let waiting: Household[] = [];
  let people = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    if (keys === null && next.person - start.person >= MANY) {
      keys = { name: [], room: [], plate: [], phone: [] };
      indexes = await dropIndexes(store);
    }
    const before = { ...next };
    await store.transaction(async (tx) => {
      await insertHouseholds(tx, waiting, next, seal, options.at ?? 0, keys);
      for (const table of NUMBERED) await claimIds(tx, table, { from: before[table], to: next[table] });
    });
    options.onProgress?.(next.person - start.person);
    waiting = [];
    people = 0;
  };
  for (const household of 'households' in estate ? estate.households : estate) {
    waiting.push(household);
    people += household.people.length;
    if (people >= most) await flush();
  }
  await flush();
  if (keys !== null) await insertKeys(store, keys, indexes);
  return {
    rooms: next.room - start.room,
    people: next.person - start.person,
    values: next.sealed_value - start.sealed_value,
    vehicles: next.vehicle - start.vehicle,
  };
}

type KeyRow = readonly [key: string, id: number] | readonly [key: string, id: number, personId: number];
interface KeyRows {
  readonly name: KeyRow[];
  readonly room: KeyRow[];
  readonly plate: KeyRow[];
  readonly phone: KeyRow[];
}

/** Indexes whose entries come in no order: made anew over all rows they cost a fraction. Answers how to make them. */
async function dropIndexes(store: Store): Promise<readonly string[]> {
  return store.transaction(async (tx) => {
    const rows = await tx.all<{ name: string; sql: string }>(sql`
      SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name IN ('person_name', 'name_key_person', 'plate_key_vehicle', 'phone_key_value')`);
    for (const { name } of rows) await tx.run({ text: `DROP INDEX ${name}`, values: [] });
    return rows.map((row) => row.sql);
  });
}

async function insertKeys(store: Store, keys: KeyRows, indexes: readonly string[]): Promise<void> {
  const inserts = [
    [INSERT_NAME_KEY, keys.name],
    [INSERT_ROOM_KEY, keys.room],
    [INSERT_PLATE_KEY, keys.plate],
    [INSERT_PHONE_KEY, keys.phone],
  ] as const;
  for (const [text, rows] of inserts) {
    rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    for (let from = 0; from < rows.length; from += 200_000)
      await store.transaction((tx) => tx.runMany(text, rows.slice(from, from + 200_000)));
  }
  for (const text of indexes) await store.transaction((tx) => tx.run({ text, values: [] }));
}

function pushAll<T>(into: T[], rows: readonly T[]): void {
  for (const row of rows) into.push(row);
}

const NUMBERED = ['room', 'person', 'occupancy', 'sealed_value', 'vehicle'] as const;
/** The last that was given. */
type Ids = Record<(typeof NUMBERED)[number], number>;

async function insertHouseholds(
  tx: WritableStore,
  households: readonly Household[],
  next: Ids,
  seal: SealValues,
  at: number,
  keys: KeyRows | null,
): Promise<void> {
  const rooms: { id: number; parsed: ParsedRoom; household: Household }[] = [];
  const people: { id: number; name: string; roomId: number; person: GeneratedPerson }[] = [];
  const vehicles: { id: number; personId: number; ordinal: number; plate: string }[] = [];
  const values: (ValueToSeal & { id: number; mask: string; valid: boolean })[] = [];
  for (const household of households) {
    const roomId = ++next.room;
    rooms.push({ id: roomId, parsed: household.parsed, household });
    for (const person of household.people) {
      const id = ++next.person;
      people.push({ id, name: person.name, roomId, person });
      person.plates.forEach((plate, ordinal) =>
        vehicles.push({ id: ++next.vehicle, personId: id, ordinal, plate }),
      );
      const ordinals = new Map<SealedFieldId, number>();
      for (const { field, value } of person.sealed) {
        const ordinal = ordinals.get(field) ?? 0;
        ordinals.set(field, ordinal + 1);
        values.push({
          id: ++next.sealed_value,
          personId: id,
          field,
          ordinal,
          value,
          ...maskValue(USUAL_MASKS, field, value, field === 'idNumber' ? { idType: person.idType } : {}),
        });
      }
    }
  }
  await tx.runMany(
    'INSERT INTO room (id, estate, building, unit, room, label, canonical, floor, layout, area, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    rooms.map(({ id, parsed: r, household: h }) => [
      id,
      r.estate,
      r.building,
      r.unit,
      r.room,
      r.label,
      r.canonical,
      h.floor,
      h.layout,
      h.area,
      h.status,
    ]),
  );
  await tx.runMany(
    'INSERT INTO person (id, kind, name, sex, id_type, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    people.map(({ id, person: p }) => [id, p.kind, p.name, p.sex, p.idType, at, at]),
  );
  await tx.runMany(
    'INSERT INTO occupancy (id, person_id, room_id, relation) VALUES (?, ?, ?, ?)',
    people.map(({ id, roomId, person }) => [++next.occupancy, id, roomId, person.relation]),
  );
  await tx.runMany(
    'INSERT INTO vehicle (id, person_id, ordinal, plate) VALUES (?, ?, ?, ?)',
    vehicles.map((v) => [v.id, v.personId, v.ordinal, v.plate]),
  );
  for (const tier of ['contact', 'identity'] as const)
    await insertValues(
      tx,
      tier,
      values.filter((value) => sealedTierOf(value.field) === tier),
      seal,
      at,
    );
  const phones = values.filter((value) => value.field === 'phone');
  if (keys === null) return indexBatch(tx, { people, rooms, vehicles, phones });
  pushAll(keys.name, nameKeyRows(people));
  pushAll(keys.room, roomKeyRows(rooms));
  pushAll(keys.plate, plateKeyRows(vehicles));
  pushAll(keys.phone, phoneKeyRows(phones));
}

async function insertValues(
  tx: WritableStore,
  tier: SealedTier,
  values: readonly (ValueToSeal & { readonly id: number; readonly mask: string; readonly valid: boolean })[],
  seal: SealValues,
  at: number,
): Promise<void> {
  if (values.length === 0) return;
  const sealed = await seal(tx, tier, values);
  await tx.runMany(
    'INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    values.map((v, i): SqlValue[] => [
      v.id,
      v.personId,
      v.field,
      v.ordinal,
      tier,
      sealed[i]!.batchId,
      sealed[i]!.n,
      sealed[i]!.ciphertext,
      v.mask,
      v.valid ? 1 : 0,
      at,
    ]),
  );
  const tags = values.flatMap((v, i): SqlValue[][] => {
    const tag = sealed[i]!.tag;
    return tag === undefined ? [] : [[tag.tag, tier, tag.epoch, v.id]];
  });
  if (tags.length > 0)
    await tx.runMany('INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (?, ?, ?, ?)', tags);
}
