/** Reads the words by which spreadsheets say sex, relation, kind of paper and kind of owner. */
import type { IdType, Relation, Sex } from '../../../contract/fields.ts';
import { normaliseCode } from '../values/normalise.ts';
import { toSimplified } from '../values/simplified.ts';

export function readSex(text: string): Sex {
  const word = toSimplified(normaliseCode(text)).toLowerCase();
  if (/^(男|先生|m|male|1)/.test(word)) return 'male';
  if (/^(女|女士|f|female|2)/.test(word)) return 'female';
  return 'unknown';
}

const OWNER = /^(男|女|主|第一)?(业主|户主|产权人|产权户|房主|所有人)(本人)?$|^本人$/;
const FAMILY = new RegExp(
  [
    '家属|家人|家庭|亲|配偶|夫|妻|爱人|老公|老婆|太太|父|母|爸|妈|儿|女|子|孩|孙|媳|婿|兄|弟|哥|姐|妹|嫂|爷|奶|外公|外婆|公公|婆婆|公婆|祖|侄|甥|姨|姑|舅|叔|伯|养|继',
    'family|spouse|wife|husband|son|daughter|child|parent|father|mother|brother|sister',
  ].join('|'),
);

/** The codes of one property system. */
const RELATION_CODES: ReadonlyMap<string, Relation> = new Map([
  ['1001', 'owner'],
  ['1002', 'family'],
  ['1003', 'tenant'],
  ['1004', 'temporary'],
]);

/** Null where the text says nothing known. 业主之妻 is family, 女业主 the owner, and so is 业主（出租）: what is in brackets says something of the room. */
export function relationOf(text: string): Relation | null {
  // A choice of a form or a system: A.业主, 01-业主.
  const word = toSimplified(normaliseCode(text))
    .toLowerCase()
    .replace(/^(?:[a-h][.、．:：)）]|\d{1,3}[-_.、:：])(?=\p{Script=Han})/u, '');
  if (word === '') return null;
  const outside = word.replace(/[([（].*$/u, '');
  if (/居住权|right-?of-?residence/.test(word)) return 'right-of-residence';
  return (
    (outside === '' ? null : relationOfWord(outside)) ?? relationOfWord(word.replace(/[()[\]（）]/gu, ''))
  );
}

function relationOfWord(word: string): Relation | null {
  const coded = RELATION_CODES.get(word);
  if (coded !== undefined) return coded;
  if (/公司|企业|单位/.test(word) || OWNER.test(word)) return 'owner';
  if (/共有|共同|联名|按份|(第二|次)业主|co-?owner/.test(word)) return 'co-owner';
  if (/^非亲属?$/.test(word)) return null;
  if (FAMILY.test(word)) return 'family';
  if (/租|房客|tenant/.test(word)) return 'tenant';
  if (/临时|暂住|访客|借住|寄住|保姆|月嫂|雇员|temporary/.test(word)) return 'temporary';
  return /业主|户主|owner/.test(word) ? 'owner' : null;
}

const VACANT =
  /^(?:暂时?|尚|目前|还)?(?:空|空置|空房|空关|空关房|空闲|闲置|空户|空屋|空置房|无人|无人居住|无人入住|未入住|毛坯|未售|未售出|待售|未销售|开发商未售|未交房|未交付|暂无业主|无业主|样板房|样板间|开发商.{0,6}|公司自持|自持|自持物业|未分配|保留|预留|留用|物业用房|物业管理用房|物业自用|架空层|配套用房|空铺|空商铺|空店|招租中?|待租|未租|未出租|停租|已退租|待招商|招商中|停业|关门|转让中|出租中|装修中|(?:业主)?自[用营])$/u;

/** The state of a room that stands in the place of a name: 空置, 未售. Null for anything else. */
export function vacancyOf(text: string): string | null {
  if (!/[空闲閒无無未毛待样樣开開自留架配物招停退关關转轉出装裝]/u.test(text)) return null;
  const word = toSimplified(normaliseCode(text)).replaceAll(/[()（）【】[\]]/gu, '');
  if (!VACANT.test(word)) return null;
  if (word.includes('售') || word.includes('销')) return '未售';
  return /^(?:空|闲|无人|招租|待租|未租|未出租|停租|已退租)/u.test(word) ? '空置' : word;
}

/** Null where the cell is blank or says nothing known: the number itself then tells. */
export function readIdType(text: string): IdType | null {
  if (text === '') return null;
  const word = toSimplified(normaliseCode(text)).toLowerCase();
  if (/信用代码|营业执照|组织机构|company/.test(word)) return 'company-code';
  if (/永久居留|permanent/.test(word)) return 'permanent-residence';
  if (/居住证|residencepermit/.test(word)) return 'residence-permit';
  if (/护照|passport/.test(word)) return 'passport';
  if (/通行证|回乡证|台胞证|军官证|士兵证|警官证|户口|出生证|驾驶证|其[他它]|other/.test(word))
    return 'other';
  if (/身份证|residentid/.test(word)) return 'resident-id';
  return null;
}

/** Whether a row speaks of a company: its kind of owner says so, or its name ends like one. */
export function wordsOfCompany(relation: string, name: string): boolean {
  return (
    /公司|企业|单位|法人|company/i.test(relation) ||
    (name.length >= 5 &&
      /(公司|集团|合作社|银行|事务所|委员会|研究院|工作室|厂|Ltd\.?|Inc\.?)$/i.test(name.trim()))
  );
}
