/** Residents whose every value is known and unlike any word of the product, with what of it may be shown, written by hand from the specification. */
import {
  type IdType,
  type OwnSealedFieldId,
  type PersonKind,
  type Relation,
  type Sex,
  type SwitchedFieldId,
  isOffered,
} from '../../contract/fields.ts';
import type { PersonDraft } from '../../contract/people/requests.ts';
import { type FixtureCell, type FixtureSheet, cellsOf, estateSheet } from './fixture-workbooks.ts';
import { idNumberOf } from './people-drafts.ts';

/** A clear value and its mask as the specification has it: never made by the code that makes masks. */
export interface Planted {
  readonly value: string;
  readonly shown: string;
}

export interface PlantedPerson {
  readonly kind: PersonKind;
  readonly name: Planted;
  /** How the name is read aloud: as telling as the name. Empty where it has no reading. */
  readonly pinyin: Planted;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly relation: Relation;
  readonly room: { readonly building: string; readonly unit: string; readonly room: string };
  readonly plates: readonly Planted[];
  readonly sealed: Readonly<Partial<Record<OwnSealedFieldId, readonly Planted[]>>>;
}

const idNumber = (n: number): Planted => ({
  value: idNumberOf(n),
  shown: `${idNumberOf(n)[0]}****************${idNumberOf(n)[17]}`,
});

/** Has a value in every sealed field: the compiler asks for one as soon as there is a new field. */
const FULL = {
  kind: 'person',
  name: { value: '邢婉蓉', shown: '邢**' },
  pinyin: { value: 'xingwanrong', shown: '' },
  sex: 'female',
  idType: 'resident-id',
  relation: 'owner',
  room: { building: '29', unit: '2', room: '1803' },
  // No four of these digits are an hour, a minute or a second with another, so that no time on a screen holds a piece of the plate.
  plates: [
    { value: '桂M7K39P', shown: '桂M***9P' },
    { value: '桂MD67987', shown: '桂MD***87' },
  ],
  sealed: {
    phone: [
      { value: '14127365084', shown: '141****5084' },
      { value: '0778-2739586', shown: '0778-****586' },
    ],
    email: [{ value: 'kvanrhong.sekret@post.example', shown: 'k***@post.example' }],
    wechat: [{ value: 'vx_ronghua_83', shown: 'v****3' }],
    address: [{ value: '广西壮族自治区河池市虚渺区乌有路五十八号', shown: '广西壮族自治区河池市***' }],
    emergency: [{ value: '邢砚舟 14136508274', shown: '邢** 141****8274' }],
    remark: [{ value: '靛青陶罐放于檐下左侧', shown: '***' }],
    idNumber: [idNumber(417)],
    birthday: [{ value: '1894-05-13', shown: '1894-**-**' }],
    bankCard: [{ value: '9558800417263948519', shown: '**** 8519' }],
    guardian: [{ value: '邢砚池 14136501947', shown: '邢** 141****1947' }],
  },
} as const satisfies PlantedPerson & {
  readonly sealed: Readonly<Record<OwnSealedFieldId, readonly Planted[]>>;
};

export const PLANTED = [
  FULL,
  {
    kind: 'person',
    name: { value: '欧阳砚秋', shown: '欧阳**' },
    pinyin: { value: 'ouyangyanqiu', shown: '' },
    sex: 'male',
    idType: 'resident-id',
    relation: 'owner',
    room: { building: '28', unit: '1', room: '0602' },
    plates: [{ value: '桂A83Q61', shown: '桂A***61' }],
    sealed: { phone: [{ value: '14136582719', shown: '141****2719' }], idNumber: [idNumber(538)] },
  },
  {
    kind: 'person',
    name: { value: '艾合买提·玉素甫', shown: '艾**·玉**' },
    pinyin: { value: 'aihemaitiyusufu', shown: '' },
    sex: 'male',
    idType: 'passport',
    relation: 'tenant',
    room: { building: '28', unit: '1', room: '0603' },
    plates: [],
    sealed: {
      phone: [{ value: '14159273406', shown: '141****3406' }],
      idNumber: [{ value: 'E83920571', shown: 'E******71' }],
    },
  },
  {
    kind: 'person',
    name: { value: 'Zwjekla Qhombuz', shown: 'Z*** Q***' },
    pinyin: { value: '', shown: '' },
    sex: 'female',
    idType: 'passport',
    relation: 'family',
    room: { building: '29', unit: '2', room: '1804' },
    plates: [],
    sealed: {
      phone: [{ value: '+85267394158', shown: '+852******58' }],
      idNumber: [{ value: 'QK7391648', shown: 'Q******48' }],
    },
  },
] as const satisfies readonly PlantedPerson[];

/** As it may be sent: without the fields that are used only once they are turned on, unless they are. */
export function draftOfPlanted(
  person: PlantedPerson,
  switchedOn: readonly SwitchedFieldId[] = [],
): PersonDraft {
  const { kind, name, sex, idType, relation, room, plates, sealed } = person;
  return {
    kind,
    name: name.value,
    sex,
    idType,
    rooms: [{ text: `${room.building}-${room.unit}-${room.room}`, relation }],
    plates: plates.map(({ value }) => value),
    sealed: (Object.entries(sealed) as [OwnSealedFieldId, readonly Planted[]][])
      .filter(([field]) => isOffered(field, switchedOn))
      .flatMap(([field, values]) => values.map(({ value }) => ({ field, value }))),
  };
}

const HEADER = cellsOf(
  '楼号 单元 房间 业主名称 性别 手机号 身份证号 业主类型 车牌号 备注 微信 邮箱 家庭住址 紧急联系人 生日 柜号',
);
const RELATION_WORDS = {
  owner: '业主',
  'co-owner': '共有人',
  'right-of-residence': '居住权人',
  family: '家属',
  tenant: '租户',
  temporary: '临时',
} as const;

/**
 * The same people as an office keeps them, one that cannot be read among them, a column of no field that holds a phone all the same, and
 * as many others as are asked for.
 */
export function plantedSheet(others = 0): FixtureSheet {
  const rows = PLANTED.map(({ room, name, sex, relation, plates, sealed }: PlantedPerson): FixtureCell[] => {
    const all = (field: OwnSealedFieldId): string =>
      (sealed[field] ?? []).map(({ value }) => value).join('/');
    const about = ['remark', 'wechat', 'email', 'address', 'emergency', 'birthday'] as const;
    return [
      room.building,
      room.unit,
      room.room,
      name.value,
      sex === 'male' ? '男' : '女',
      all('phone'),
      all('idNumber'),
      RELATION_WORDS[relation],
      plates.map(({ value }) => value).join(','),
      ...about.map(all),
      all('phone'),
    ];
  });
  const [first] = rows as [FixtureCell[], ...FixtureCell[][]];
  const [, , ...residents] = estateSheet({ residents: others, seed: 11, format: 'xlsx' }).rows;
  const rest = residents.map(
    ([building = null, unit = null, room = null, , , , , , ...about]): FixtureCell[] => [
      building,
      unit,
      room,
      ...about,
    ],
  );
  return {
    name: '业主信息',
    rows: [
      ['测试花园业主信息登记表'],
      [...HEADER],
      ...rows,
      [...first.slice(0, 5), '1.41E+10', ...first.slice(6)],
      ...rest,
    ],
  };
}
