/** Reads English headings by their words: Owner's Name, Contact No., ID / Passport No. */

const OMITTED: ReadonlySet<string> = new Set([
  'no',
  'nos',
  'number',
  'numbers',
  'num',
  'of',
  'the',
  's',
  'and',
  'or',
]);
/** Other words before these are left as they are: of an agent, nothing is known. */
const OWNER: ReadonlySet<string> = new Set(['owner', 'owners', 'resident', 'residents']);
const TENANT: ReadonlySet<string> = new Set(['tenant', 'tenants', 'lessee']);

/** Words without those that are omitted, by the heading that they mean. */
const MEANT: Readonly<Record<string, string>> = {
  姓名: 'name|full name',
  电话: 'phone|contact|mobile|tel|telephone|cell|contact phone|mobile phone|cell phone|phone mobile|contact tel',
  身份证号: 'id card|identity card|passport|id passport|passport id|id card passport',
  邮箱: 'email|e mail|email address',
  入住日期: 'move in|move in date|date move in|moved in',
  车牌: 'car plate|plate|vehicle plate|license plate|licence plate|car',
  备注: 'remark|remarks|note|notes|comment|comments',
  楼栋: 'block|blk|tower|building|bldg',
  房号: 'flat|apartment|apt|flat unit|unit flat',
  出生日期: 'birth date|date birth|dob',
  关系: 'relationship',
  有效期起: 'valid from',
  有效期止: 'valid to|valid until',
  建筑面积: 'gross area|built area|floor area|area sqm',
  收楼日期: 'handover date|date handover|hand over date|delivery date',
};
const HEADING_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(MEANT).flatMap(([heading, words]) => words.split('|').map((one) => [one, heading] as const)),
);

/** The Chinese heading that an English one means; null unless every word of it is known. */
export function meantByEnglish(header: string): string | null {
  if (!/^[ -~]+$/.test(header)) return null;
  const all = header.toLowerCase().match(/[a-z]+/g) ?? [];
  const words = all.filter((word) => !OMITTED.has(word));
  const [first = ''] = words;
  const isTenant = TENANT.has(first);
  const rest = (isTenant || OWNER.has(first) ? words.slice(1) : words).join(' ');
  // Unit alone may be the entrance; its number is the flat's.
  if (rest === 'unit' && all.length > words.length && rest === words.join(' ')) return '房号';
  const heading = isTenant && rest === '' ? '姓名' : HEADING_OF.get(rest);
  if (heading === undefined) return null;
  if (!isTenant) return heading;
  return ['姓名', '电话', '身份证号', '邮箱'].includes(heading) ? `租户${heading}` : null;
}
