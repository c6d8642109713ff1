/** Reads the headings of columns: what each says by its words, alone or under the heads of its groups, and whose it is. */
import { FIELDS, OWN_FIELD_IDS } from '../../../contract/fields.ts';
import { OTHER_PEOPLE_PARTS } from '../../../contract/import/lists.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { toHalfWidth } from '../values/normalise.ts';
import { toSimplified } from '../values/simplified.ts';
import {
  KEPT_NOWHERE,
  MORE_OF_FIELD,
  OF_THE_OFFICE,
  OTHER_COLUMNS,
  OWN_WORDS,
  ROLE_WORDS,
  type Role,
  SOMEBODY_ELSE,
} from './column-words.ts';
import { meantByEnglish } from './english-headings.ts';
import { asksForState } from './yes-or-no.ts';

/** Questions of a form that people filled in by phone: 5. 您的房间号. */
const OF_A_FORM =
  /^\s*(?:[Qq题]?\d{1,2}\s?[.、．:：)）]\s*)?(?:请您?(?:填写|输入|选择|提供)?)?(?:您(?:家|所在|现在|居住|所住)?的?|你的?)?(?=\p{Script=Han})/u;

export const TARGET_OF_HEADER: ReadonlyMap<string, ColumnTarget> = new Map<string, ColumnTarget>([
  ...OWN_FIELD_IDS.flatMap((field) =>
    [...(MORE_OF_FIELD[field] ?? []), ...FIELDS[field].columns].map(
      (header) => [normaliseHeader(header), field] as const,
    ),
  ),
  ...(Object.keys(OTHER_COLUMNS) as (keyof typeof OTHER_COLUMNS)[]).flatMap((target) =>
    OTHER_COLUMNS[target].map((header) => [normaliseHeader(header), target] as const),
  ),
]);
const NOWHERE_WORDS: ReadonlySet<string> = new Set(KEPT_NOWHERE.map(normaliseHeader));

/** Half-width, lower case, simplified, English by what its words mean, without spaces, stars, colons, remarks in brackets and a number at the end (电话2). */
export function normaliseHeader(header: string): string {
  return withNumber(header).replace(/(?:\d+|[①-⑨])$/, '');
}

/** As `normaliseHeader`, with the number at the end: 业主2 is another owner. */
function withNumber(header: string): string {
  const plain = toHalfWidth(header)
    .replaceAll(/[([【{〔][^)\]】}〕]*[)\]】}〕]?/g, '')
    .replace(OF_A_FORM, '');
  return toSimplified(meantByEnglish(plain) ?? plain)
    .toLowerCase()
    .replaceAll('联络', '联系')
    .replaceAll(/[\s*:：、.·_√?？-]/g, '')
    .replace(/(?:㎡|m²|m2|平方米|平米)$/, '');
}

/** Longest text that is taken for a heading: patterns may take a longer one's length twice over. */
const LONGEST_HEADING = 300;

/** Between the words of a group and those of a column in it, where headings take several rows. */
export const JOINT = /\s*\/\s*/;

/** No heading, but the first cell of most rows. */
const NUMBER_ALONE = /^\d+$/;

/** ID(切勿修改): a number of the program's. */
const OF_A_PROGRAM = /勿[^)）]{0,2}[改删动]|不[可能得][修更]改/u;
/** 幢-号, 栋-单元-室. */
const IN_ONE = /^[*\s]*[楼栋幢座]号?\s?[-—]\s?(?:单元\s?[-—]\s?)?[号室房]号?$/u;

/** 业主2, 产权人姓名3. */
const FURTHER_OWNER = /^(?:业主|产权人|户主|房主)(?:姓名)?[2-9]$/u;

/** 新房号, 变更后门牌号: the room as it is called now. */
const PRESENT =
  /^(?:[新现]|现用|所属|所在|所住|居住|安置|分配|对应|关联|绑定|(?:变更|更名|更改|调整)后)的?(?=门牌|房号|房间|房屋|房产|室号|楼[号栋幢]|[栋幢]号|编号)/u;
const roomOf = (words: string): ColumnTarget | undefined => {
  const target = TARGET_OF_HEADER.get(words);
  return target === 'room' || target === 'roomText' || target === 'building' ? target : undefined;
};

const IN_BRACKETS = /[(（]([^()（）]{2,8})[)）]\s*$/u;
/** 租住人员姓名及电话. */
const WITH_PHONE = /^(.{2,10}?)(?:姓名|名单)?[及与和、](?:其|本人)?(?:联系)?(?:电话|手机号?码?|方式|号码)$/u;

/** 家属与老人关系. */
const KIN_TO = /^(?:家属|家人|亲属|成员|同住人)与.{1,6}的?关系$/u;

/** By all of its words, or by the Chinese ones of a heading in two languages: 楼栋 Building. */
function known(header: string): ColumnTarget | undefined {
  if (NUMBER_ALONE.test(header) || OF_A_PROGRAM.test(header)) return undefined;
  if (IN_ONE.test(toHalfWidth(header))) return 'roomText';
  const words = normaliseHeader(header);
  if (FURTHER_OWNER.test(withNumber(header))) return 'coOwnerName';
  const whole =
    TARGET_OF_HEADER.get(words) ??
    (asksForState(words) ? 'status' : undefined) ??
    roomOf(words.replace(PRESENT, ''));
  if (whole !== undefined || !/\p{Script=Han}/u.test(words)) return whole;
  // 被告一（业主）: who that is.
  const inBrackets = TARGET_OF_HEADER.get(normaliseHeader(IN_BRACKETS.exec(header)?.[1] ?? ''));
  if (inBrackets !== undefined) return inBrackets;
  if (KIN_TO.test(words)) return 'familyRelation';
  const person = WITH_PHONE.exec(words)?.[1];
  if (person !== undefined) return known(person);
  // 楼栋ID is a number of the program's, not the building.
  const han = words.replaceAll(/[^\p{Script=Han}\d]/gu, '').replace(/\d+$/, '');
  if (/^(?:id|code)$/.test(words.replaceAll(/[^a-z]/g, '')) && !/证/u.test(han)) return undefined;
  return han === words ? undefined : TARGET_OF_HEADER.get(han);
}

/** Target of a heading on its own, with those of its groups before it; null for one that is not known. */
export function targetOfHeader(header: string): ColumnTarget | null {
  if (header.length > LONGEST_HEADING) return null;
  const whole = known(header.replaceAll('/', ''));
  if (whole !== undefined || !header.includes('/')) return whole ?? null;
  const parts = header.split(JOINT).filter((part) => part !== '');
  const own = parts.at(-1) ?? '';
  // 姓名/电话 is one heading, 业主 / 电话 one of two rows.
  if (
    !header.includes(' ') &&
    parts.length === 2 &&
    known(parts[0] ?? '') === 'name' &&
    known(own) === 'phone'
  )
    return 'name';
  const roles = parts.slice(0, -1).map((part) => roleOf(withNumber(part)));
  const role = roles.findLast((one) => one !== null) ?? null;
  const target = known(own) ?? null;
  if (
    target !== null &&
    OF_A_PERSON.has(target) &&
    role === null &&
    parts.slice(0, -1).some(saysSomebodyElse)
  )
    return null;
  if (role !== null && role.role !== 'owner') return ofRole(role.role, target);
  if (target !== null) return target;
  if (isKeptNowhere(own)) return null;
  const above = parts.slice(0, -1).toReversed();
  // 面积 over 套内 is 套内面积; of the rest the nearest head counts, not the widest.
  const joined = [...above.map((part) => own + part.replace(/^(?:房屋|房产)/u, '')), ...above];
  return joined.map((part) => known(part) ?? null).find((one) => one !== null) ?? null;
}

/** Whether a heading is known as one of which nothing is kept. */
export const isKeptNowhere = (header: string): boolean => {
  if (header.length > LONGEST_HEADING) return false;
  const own = normaliseHeader(header.split(JOINT).at(-1) ?? '');
  return (
    NOWHERE_WORDS.has(own) ||
    OF_A_PROGRAM.test(header) ||
    (OF_THE_OFFICE.test(header) && TARGET_OF_HEADER.get(own) !== 'remark')
  );
};

/** What each person has of their own, so that a heading has to say whose it is. */
export const OF_A_PERSON: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'name',
  'phone',
  'idNumber',
  'sex',
  'relation',
  'birthday',
  ...OTHER_PEOPLE_PARTS,
]);

/** What is left of a heading without the words for a person's own things: whose it is, where it is not the row's. */
export const whoseOf = (words: string): string => words.replaceAll(OWN_WORDS, '');

export const saysSomebodyElse = (words: string): boolean => SOMEBODY_ELSE.test(normaliseHeader(words));

export function roleOf(words: string): { readonly role: Role; readonly rest: string } | null {
  for (const [pattern, role] of ROLE_WORDS) {
    const found = pattern.exec(words)?.[0];
    if (found !== undefined)
      return { role, rest: words.slice(found.length).replace(/^[\d一二三四五]+(?=.)/u, '') };
  }
  return null;
}

export const OF_ROLE: Readonly<Record<Role, Readonly<Partial<Record<ColumnTarget, ColumnTarget>>>>> = {
  tenant: {
    name: 'tenantName',
    phone: 'tenantPhone',
    idNumber: 'tenantId',
    moveIn: 'tenantMoveIn',
    leaseTerm: 'leaseTerm',
    leaseFrom: 'leaseFrom',
    leaseUntil: 'leaseUntil',
    spaceFrom: 'leaseFrom',
    spaceUntil: 'leaseUntil',
    remark: 'remark',
    plate: 'plate',
    email: 'tenantEmail',
  },
  coOwner: {
    name: 'coOwnerName',
    phone: 'coOwnerPhone',
    idNumber: 'coOwnerId',
    share: 'coOwnerShare',
    remark: 'remark',
  },
  family: {
    name: 'familyName',
    phone: 'familyPhone',
    idNumber: 'familyId',
    relation: 'familyRelation',
    remark: 'remark',
    plate: 'plate',
  },
  occupant: {
    name: 'occupantName',
    phone: 'occupantPhone',
    idNumber: 'occupantId',
    relation: 'familyRelation',
    familyRelation: 'familyRelation',
    remark: 'remark',
  },
  landlord: { name: 'landlordName', phone: 'landlordPhone', idNumber: 'landlordId', remark: 'remark' },
  emergency: { name: 'emergency', phone: 'emergency' },
  owner: {},
};
export const ofRole = (role: Role, target: ColumnTarget | null): ColumnTarget | null =>
  target === null ? null : (OF_ROLE[role][target] ?? null);
