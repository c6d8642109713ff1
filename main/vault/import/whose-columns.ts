/** Says of headings such as 电话 whose they are: of whom the nearest name before them is, where the words alone would make them the owner's. */
import type { ColumnTarget } from '../../../contract/import/views.ts';
import {
  OF_ROLE,
  OF_A_PERSON,
  TARGET_OF_HEADER,
  isKeptNowhere,
  normaliseHeader,
  roleOf,
  targetOfHeader,
} from './read-heading.ts';
import { OF_THE_OFFICE, type Role } from './column-words.ts';

/** Whose name a column holds; `name` itself is the person of the row. */
const ROLE_OF_NAME: Readonly<Partial<Record<ColumnTarget, Role>>> = {
  name: 'owner',
  tenantName: 'tenant',
  coOwnerName: 'coOwner',
  familyName: 'family',
  occupantName: 'occupant',
  landlordName: 'landlord',
  emergency: 'emergency',
  guardian: 'emergency',
};

/** A heading that says what it is in the words of each role. */
const WORD_OF: Readonly<Record<Role, string>> = {
  owner: '业主',
  tenant: '租户',
  coOwner: '共有人',
  family: '家属',
  occupant: '现住人',
  landlord: '房东',
  emergency: '紧急联系人',
};

const TENANT = /(^|\/ ?)(?:租户|租客|房客|承租人|承租方|租赁人)/u;
const LANDLORD = /(^|\/ ?)(?:房东|出租人|出租方)/u;

/**
 * The headings with the word for whose they are before those that have none, and empty where nobody can tell: the only phone of a row behind
 * the name of its tenant. A landlord is the owner, or whoever the person of the row rents from.
 */
export function sayWhose(given: readonly string[]): readonly string[] {
  const whole = given.map((header) => header.replaceAll(SPACED, ''));
  const headers = withLandlord(withOwnersBeside(withFetcher(withKin(withNumbered(withRenewed(whole))))));
  const targets = headers.map((header) => (header === '' ? null : targetOfHeader(header)));
  const nearest = headers.map((header, index) => nearestRole(headers, targets, index, header));
  const hasOwn = (target: ColumnTarget | null): boolean =>
    targets.some((other, index) => other === target && nearest[index] === 'owner');
  const isNamed = targets.includes('name');
  return headers.map((header, index) => {
    const role = nearest[index] ?? 'owner';
    const target = targets[index] ?? null;
    // Beside its owner, whoever leaves is the tenant.
    if (isNamed && target === 'moveOut' && header.includes('退租'))
      return targets.includes('leaseUntil') ? '' : '租赁合同到期';
    if (role === 'owner' || target === null) return header;
    // Of somebody of the office nothing is kept.
    if (target === 'moveIn' && (role === 'office' || role === 'emergency')) return header;
    if (role === 'office') return hasOwn(target) ? `管家${PLAIN[target] ?? ''}` : '';
    // Of whoever is called in an emergency nothing is kept but how they are reached.
    if (role === 'emergency')
      return target === 'phone' && hasOwn('phone') && targets.includes('emergency') ? '紧急联系人电话' : '';
    if (target === 'relation' && role === 'coOwner' && header === '关系') return '';
    if (target === 'relation')
      return role === 'family' && isNamed && isOfFamily(header, headers) ? '家属关系' : header;
    const theirs = OF_ROLE[role][target];
    if (!isNamed || (theirs !== undefined && targets.includes(theirs))) return header;
    // Of the household, as it moved in.
    if (theirs === undefined) return target === 'moveIn' && IS_HOUSEHOLD.has(role) ? header : '';
    if (target === 'moveIn') return '租户入住日期';
    // What stands behind the tenant of a landlord of whom there is a name alone is the tenant's.
    const isLet = role === 'tenant' && whole.some((one) => LANDLORD.test(one));
    if (isLet || hasOwn(target) || targets.indexOf('name') > index)
      return `${WORD_OF[role]}${PLAIN[target] ?? ''}`;
    return IS_HOUSEHOLD.has(role) ? header : '';
  });
}

/** 关系 behind a name of the family, or what somebody is to the owner, whom the row names by that word: theirs, and not the owner's. */
const isOfFamily = (header: string, headers: readonly string[]): boolean => {
  const whom = /^与?(业主|户主|房主)?的?关系\d?$/u.exec(header);
  return whom !== null && (whom[1] === undefined || headers.some((other) => other.startsWith(whom[1] ?? '')));
};

/** 房 东, spaced out to the width of its column. */
const SPACED = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;

/** What each person has of their own, by the heading that says no more. */
const PLAIN: Readonly<Partial<Record<ColumnTarget, string>>> = {
  phone: '电话',
  idNumber: '身份证号',
  sex: '性别',
  birthday: '出生日期',
  moveIn: '入住日期',
  relation: '关系',
};
/** One phone for a household is its owner's. */
const IS_HOUSEHOLD: ReadonlySet<Role> = new Set<Role>(['coOwner', 'family']);

/** Somebody of the office, and not a part of the town that it looks after. */
const isOfOffice = (header: string): boolean =>
  OF_THE_OFFICE.test(header) && /(?:[人员长]|管家|客服|经理|师傅|姓名)$/u.test(header);

/** Of a phone or an ID number whose heading does not say whose it is: the role of the name before it, with nothing but a person's own columns between. */
function nearestRole(
  headers: readonly string[],
  targets: readonly (ColumnTarget | null)[],
  index: number,
  header: string,
): Role | 'office' | null {
  const target = targets[index] ?? null;
  if (target === null || PLAIN[target] === undefined) return null;
  if (roleOf(normaliseHeader(header)) !== null || header.includes('/')) return 'owner';
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = targets[at] ?? null;
    const role = before === null ? undefined : ROLE_OF_NAME[before];
    if (role !== undefined) return role;
    if (before === null && isOfOffice(headers[at] ?? '')) return 'office';
    const isOwn = before === null ? isOfOne(headers[at] ?? '') : OF_A_PERSON.has(before);
    if (!isOwn) return 'owner';
  }
  return 'owner';
}

/** 共还人手机: of whoever is named before it. */
const isOfOne = (header: string): boolean =>
  isKeptNowhere(header) ||
  PLAIN[TARGET_OF_HEADER.get(roleOf(normaliseHeader(header))?.rest ?? '') ?? 'name'] !== undefined;

/** 原电话 beside 更新后电话: both are the person's, unless a former owner is named as well. */
function withRenewed(headers: readonly string[]): readonly string[] {
  const isRenewed = headers.some((header) => RENEWED.test(header));
  if (!isRenewed || headers.some((header) => FORMER_OWNER.test(header))) return headers;
  return headers.map((header) => header.replace(RENEWED, '').replace(FORMER_PHONE, ''));
}
const RENEWED = /^(?:更新|变更|更正|修改|核对)后的?(?=(?:联系)?(?:电话|手机|方式|号码))/u;
const FORMER_PHONE = /^[原旧](?=(?:联系)?(?:电话|手机|方式|号码))/u;
const FORMER_OWNER = /[原前旧](?:业主|户主|房主|产权人|姓名|住户)/u;

/** 业主姓名 | 领取人 | 与业主关系 | 领取人电话: somebody of whom nothing is said but who they are to the owner before them. */
function withKin(headers: readonly string[]): readonly string[] {
  const at = headers.findIndex((header) => TO_OWNER.test(header));
  const [, owner = ''] = TO_OWNER.exec(headers[at] ?? '') ?? [];
  const name = headers[at - 1] ?? '';
  const kin = normaliseHeader(name).replace(/姓名$/u, '');
  const isKin =
    kin !== '' &&
    targetOfHeader(name) === null &&
    roleOf(kin) === null &&
    !isKeptNowhere(kin) &&
    !isOfOffice(name) &&
    headers.slice(0, at - 1).some((header) => header.startsWith(owner) && targetOfHeader(header) === 'name');
  if (!isKin) return headers;
  return headers.map((header, index) =>
    index === at ? '家属关系' : header.startsWith(kin) ? `家属${header.slice(kin.length)}` : header,
  );
}

/** 权利人 | 领证人 | 领证人电话: one of whom the row names, or nobody who lives there. */
function withFetcher(headers: readonly string[]): readonly string[] {
  const who = headers.map((header) => FETCHER.exec(header)?.[1]).find(Boolean);
  const isNamed = headers.some((header) => targetOfHeader(header) === 'name' && !FETCHER.test(header));
  if (who === undefined || !isNamed) return headers;
  return headers.map((header) => (FETCHER.test(header) ? header.replace(who, '现住人') : header));
}
const FETCHER =
  /^((?:领[证房取]|收[房楼]|接房|签收|办理|交房|办证)人)(?=$|姓名$|(?:联系)?(?:电话|手机号?码?|方式)$)/u;

const TO_OWNER = /^与(业主|产权人|房主|户主)的?关系$/u;
const OWNER_WORD = /^(?:业主|产权人|房主|户主)/u;

/** 业主1 | 业主2 | 电话1 | 电话2: the second phone is that of the second owner. */
function withNumbered(headers: readonly string[]): readonly string[] {
  const further = new Set(
    headers.flatMap((header) => /^(?:业主|产权人|户主|房主)(?:姓名)?([2-9])$/u.exec(header)?.[1] ?? []),
  );
  return headers.map((header) => {
    const [, own = '', number = ''] = NUMBERED.exec(header) ?? [];
    return further.has(number) ? `共有人${own.includes('证') ? '身份证号' : '电话'}` : header;
  });
}
const NUMBERED = /^((?:联系)?(?:电话|手机)(?:号码?)?|身份证号?码?)([2-9])$/u;

/**
 * 业主姓名 | 车主姓名 | 与业主关系: a row is about whoever has the relation, and the owner is named beside them, as landlords are. Where that is the
 * owner themselves both names are the same.
 */
function withOwnersBeside(given: readonly string[]): readonly string[] {
  const headers = withMembers(given);
  const names = headers.flatMap((header, index) => (targetOfHeader(header) === 'name' ? [index] : []));
  const others = names.filter((index) => !OWNER_WORD.test(headers[index] ?? ''));
  const isSaid = headers.some((header) => TO_OWNER.test(header));
  if (!isSaid || names.length !== 2 || others.length !== 1) return headers;
  return headers.map((header, index) => {
    if (index === others[0]) return '姓名';
    return header.replace(OWNER_WORD, '房东');
  });
}

/** 户主 | 成员姓名 | 与户主关系 | 身份证号: what each person has of their own stands behind the member, whom the row is about. */
function withMembers(headers: readonly string[]): readonly string[] {
  const member = headers.findIndex((header) => MEMBER.test(header));
  const owner = headers.findIndex((header) => OWNER_ALONE.test(header));
  const own = headers.flatMap((header, index) =>
    OF_EACH.has(targetOfHeader(header) ?? 'remark') ? [index] : [],
  );
  const isBehind =
    own.every((index) => index > member) &&
    own.some((index) => targetOfHeader(headers[index] ?? '') !== 'phone');
  const isSaid = headers.some((header) => /^(?:与.{1,4})?关系$/u.test(header));
  if (owner === -1 || member < owner || !isSaid || !isBehind) return headers;
  return headers.map((header, index) => (index === member ? '姓名' : index === owner ? '房东' : header));
}
const MEMBER = /^(?:家庭|住户)?成员(?:姓名|名称)?$|^人员姓名$/u;
const OWNER_ALONE = /^(?:户主|业主|房主)(?:姓名)?$/u;
const OF_EACH: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['phone', 'idNumber', 'sex', 'birthday']);

function withLandlord(headers: readonly string[]): readonly string[] {
  if (!headers.some((header) => LANDLORD.test(header))) return headers;
  const targets = headers.map((header) => (header === '' ? null : targetOfHeader(header)));
  const tenant = targets.indexOf('tenantName');
  const isOfTenants =
    tenant !== -1 &&
    !targets.includes('name') &&
    headers.some((header, index) => {
      const target = targets[index];
      return (
        (target === 'sex' || target === 'birthday') &&
        nearestRole(headers, targets, index, header) === 'tenant'
      );
    });
  // Rows of tenants with all that is theirs, and of their landlords a name.
  if (isOfTenants) return headers.map((header) => header.replace(TENANT, '$1') || '姓名');
  const person = headers.find((_, index) => targets[index] === 'name');
  if (person === undefined) return headers.map((header) => header.replace(LANDLORD, '$1业主'));
  const isOwner = roleOf(normaliseHeader(person))?.role === 'owner';
  return isOwner ? headers.map((header) => (LANDLORD.test(header) ? '' : header)) : headers;
}
