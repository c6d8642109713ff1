/** Says of headings such as 电话 whose they are: of whom the nearest name before them is, where the words alone would make them the owner's. */
import type { ColumnTarget } from '../../../contract/import/views.ts';
import {
  OF_ROLE,
  OF_A_PERSON,
  isKeptNowhere,
  normaliseHeader,
  roleOf,
  targetOfHeader,
} from './read-heading.ts';
import type { Role } from './column-words.ts';

/** Whose name a column holds; `name` itself is the person of the row. */
const ROLE_OF_NAME: Readonly<Partial<Record<ColumnTarget, Role>>> = {
  name: 'owner',
  tenantName: 'tenant',
  coOwnerName: 'coOwner',
  familyName: 'family',
  occupantName: 'occupant',
  landlordName: 'landlord',
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
  const headers = withLandlord(withOwnersBeside(withRenewed(whole)));
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
    const theirs = OF_ROLE[role][target];
    if (!isNamed || (theirs !== undefined && targets.includes(theirs))) return header;
    // Of the household, as it moved in.
    if (theirs === undefined) return target === 'moveIn' && IS_HOUSEHOLD.has(role) ? header : '';
    if (target === 'moveIn') return '租赁起始日期';
    if (hasOwn(target) || targets.indexOf('name') > index) return `${WORD_OF[role]}${PLAIN[target] ?? ''}`;
    return IS_HOUSEHOLD.has(role) ? header : '';
  });
}

/** 房 东, spaced out to the width of its column. */
const SPACED = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;

/** What each person has of their own, by the heading that says no more. */
const PLAIN: Readonly<Partial<Record<ColumnTarget, string>>> = {
  phone: '电话',
  idNumber: '身份证号',
  sex: '性别',
  birthday: '出生日期',
  moveIn: '入住日期',
};
/** One phone for a household is its owner's. */
const IS_HOUSEHOLD: ReadonlySet<Role> = new Set<Role>(['coOwner', 'family']);

/** Of a phone or an ID number whose heading does not say whose it is: the role of the name before it, with nothing but a person's own columns between. */
function nearestRole(
  headers: readonly string[],
  targets: readonly (ColumnTarget | null)[],
  index: number,
  header: string,
): Role | null {
  const target = targets[index] ?? null;
  if (target === null || PLAIN[target] === undefined) return null;
  if (roleOf(normaliseHeader(header)) !== null || header.includes('/')) return 'owner';
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = targets[at] ?? null;
    const role = before === null ? undefined : ROLE_OF_NAME[before];
    if (role !== undefined) return role;
    const isOwn = before === null ? isKeptNowhere(headers[at] ?? '') : OF_A_PERSON.has(before);
    if (!isOwn) return 'owner';
  }
  return 'owner';
}

/** 原电话 beside 更新后电话: both are the person's, unless a former owner is named as well. */
function withRenewed(headers: readonly string[]): readonly string[] {
  const isRenewed = headers.some((header) => RENEWED.test(header));
  if (!isRenewed || headers.some((header) => FORMER_OWNER.test(header))) return headers;
  return headers.map((header) => header.replace(RENEWED, '').replace(FORMER_PHONE, ''));
}
const RENEWED = /^(?:更新|变更|更正|修改|核对)后的?(?=(?:联系)?(?:电话|手机|方式|号码))/u;
const FORMER_PHONE = /^[原旧](?=(?:联系)?(?:电话|手机|方式|号码))/u;
const FORMER_OWNER = /[原前旧](?:业主|户主|房主|产权人|姓名|住户)/u;

/**
 * 业主姓名 | 车主姓名 | 与业主关系: a row is about whoever has the relation, and the owner is named beside them, as landlords are. Where that is the
 * owner themselves both names are the same.
 */
function withOwnersBeside(headers: readonly string[]): readonly string[] {
  const [, owner] = headers.map((header) => /^与(业主|产权人|房主)关系$/u.exec(header)).find(Boolean) ?? [];
  const names = headers.flatMap((header, index) => (targetOfHeader(header) === 'name' ? [index] : []));
  const [first = -1, second = -1] = names;
  const isBeside =
    owner !== undefined &&
    names.length === 2 &&
    (headers[first] ?? '').startsWith(owner) &&
    !(headers[second] ?? '').startsWith(owner);
  if (!isBeside) return headers;
  return headers.map((header, index) => {
    if (index === second) return '姓名';
    return header.startsWith(owner) ? `房东${header.slice(owner.length)}` : header;
  });
}

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
