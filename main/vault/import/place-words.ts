/** Reads what a title, the name of a sheet or a line between rows says of building and unit: 5栋, 阳光花园5号楼2单元业主名册, A区. */
import type { Place } from '../../../contract/import/views.ts';
import { hanNumber } from '../values/han-numbers.ts';
import { normaliseText } from '../values/normalise.ts';
import { toSimplified } from '../values/simplified.ts';

export const NOWHERE: Place = { estate: '', building: '', unit: '' };
export const isSomewhere = ({ estate, building, unit }: Place): boolean =>
  `${estate}${building}${unit}` !== '';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const BUILDING = new RegExp(
  `第?([A-Z]{0,2}\\d{1,3}[A-Z]?|[A-Z]{1,2}|${NUMERAL}|[甲乙丙丁东西南北])(?:号楼|#楼|号栋|#|栋|幢|座|号住宅楼)`,
  'u',
);
const UNIT = new RegExp(`(\\d{1,2}|[A-Z]|${NUMERAL}|[甲乙丙丁东西])单元(?!\\d)`, 'u');
const PART = `(?:[A-Z]|\\d{1,2}|${NUMERAL}|[东西南北])(?:区|期|苑)`;
/** With all of its parts: 一期A区. */
const ESTATE = new RegExp(`${PART}(?:[-·（(]?${PART}[)）]?)*`, 'u');
const ESTATE_ENDS =
  '花园|家园|小区|公寓|公馆|名邸|名苑|雅苑|新村|山庄|嘉园|广场|苑|府|园|庭|湾|郡|墅|邸|居|里|城|轩|台|村';
/** An estate by its name, before its building or whatever the list is of, or alone. */
const LISTED =
  '房态|业主|住户|户主|居民|房屋|房产|产权|业户|租户|租客|商铺|商户|车位|车辆|停车|物业|交房|收房|收楼|入住|入伙|装修|维修|门禁|人口|人员|家庭|登记|信息|台账|通讯录|联系|一户一档|名册|清册|花名册|缴费|收费|客户|用户';
const NAMED = new RegExp(
  `^(?:[《【「])?(\\p{Script=Han}{1,8}?(?:${ESTATE_ENDS}))(?=$|第?[A-Z]{0,2}\\d{1,3}[A-Z]?(?:号楼|#|栋|幢|座)|[A-Z](?:栋|幢|座)|${NUMERAL}(?:号楼|栋|幢|座)|[（(]|[-—_·]|${PART}|\\d{4}年|(?:小区|全体|全部|各楼|首[次届]|第.{1,2}[次届])?(?:${LISTED}))`,
  'u',
);
/** Words beside it that make a name one of an estate. */
const LABELLED_ESTATE = /(?:小区|项目|楼盘)(?:名称|名)?[:：]\s*([\p{Script=Han}\p{N}A-Z·]{2,20})/u;
/** Names that end as an estate's does and say what it is: no name. */
const NO_NAME =
  /^(?:.?(?:小区|公寓|本园|花园|广场|新村|山庄)|.*(?:业主|住户|户主|租户|物业|社区|服务|登记|名册|信息|车位|车库).*)$/u;
/** Words beside a number that make it a building: 楼栋：5, 楼号:12. */
const LABELLED = /(?:楼栋|楼号|栋号|楼宇|幢号|座号)[:：]\s*([A-Z]{0,2}\d{1,3}[A-Z]?|[A-Z])(?![\dA-Z])/u;
const LABELLED_UNIT = /单元[号]?[:：]\s*(\d{1,2}|[A-Z])(?!\d)/u;
/** 1-5栋, 1、2号楼: of several buildings. */
const SEVERAL = /\d(?:号楼|#|栋|幢|座)?[-~至到、,，和及/&]\d{1,3}(?:号楼|#|栋|幢|座)/u;
/** Longest text that is looked through. */
const LONGEST = 60;

/** Empty parts where the text says nothing. */
export function readPlaceWords(raw: string): Place {
  const text = withMarks(normaliseText(raw).toUpperCase()).replaceAll(/[＃♯]/g, '#').replaceAll(' ', '');
  if (text === '' || text.length > LONGEST) return NOWHERE;
  const estate = partOf(text) || labelledEstate(raw);
  if (SEVERAL.test(text)) return { ...NOWHERE, estate };
  return {
    estate,
    building: numberOf(BUILDING.exec(text)?.[1] ?? LABELLED.exec(text)?.[1] ?? ''),
    unit: numberOf(LABELLED_UNIT.exec(text)?.[1] ?? UNIT.exec(text)?.[1] ?? ''),
  };
}

const partOf = (text: string): string => (ESTATE.exec(text)?.[0] ?? '').replaceAll(/[-·（()）]/gu, '');

/** Whether it is more than a part of one, such as A区. */
export const isNamedEstate = (estate: string): boolean =>
  estate !== '' && ESTATE.exec(estate)?.[0] !== estate;

const labelledEstate = (raw: string): string =>
  LABELLED_ESTATE.exec(normaliseText(raw).toUpperCase())?.[1] ?? '';

/** The name of an estate with which the name of a sheet or a title begins: 翠湖雅苑5#楼业主名册. Empty where there is none. */
export function namedEstate(raw: string): string {
  const text = normaliseText(raw).replaceAll(/[＃♯]/g, '#').replaceAll(' ', '');
  const name = text.length > LONGEST ? '' : (NAMED.exec(text.toUpperCase())?.[1] ?? '');
  return name.length < 3 || NO_NAME.test(name) ? '' : name;
}

/** Simplified, and with our mark behind the number for the English one before it: Block A → A栋. */
const withMarks = (text: string): string =>
  toSimplified(text).replace(
    /(?<![A-Z])(?:BLOCK|BLK|BLDG|BUILDING|TOWER)\.? ?(?:NO\.? ?)?([A-Z]?\d{1,3}[A-Z]?|[A-Z])(?![A-Z\d])/g,
    '$1栋',
  );

/** 十二 → 12; 05 → 5; others as they are. */
const numberOf = (text: string): string => hanNumber(text) ?? text.replace(/^([A-Z]*)0+(?=\d)/, '$1');

/** What is left of a line between rows once its place is taken out, at most; more makes it a text about something. */
const MOST_BESIDE = 10;
const COUNTS = /小计|合计|总计|共计/;

/** Whoever of the office looks after the building: （楼管员：吴玉静 14356429012）. */
const OF_SOMEBODY = /[（(][^（()）]{0,12}[:：][^（()）]{0,30}[)）]/gu;

/** A line between rows that says where the rows below it are; undefined for any other text. */
export function readLine(raw: string): Place | undefined {
  const text = withMarks(normaliseText(raw).toUpperCase()).replaceAll(OF_SOMEBODY, '').replaceAll(' ', '');
  if (COUNTS.test(text) || /\d{4}/.test(text)) return undefined;
  const place = readPlaceWords(text);
  if (!isSomewhere(place)) return undefined;
  const rest = [BUILDING, UNIT, ESTATE, LABELLED, LABELLED_UNIT]
    .reduce((left, pattern) => left.replace(pattern, ''), text)
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  // 5栋1801 is a room, 5栋业主名册 a line.
  return /\d{3}/.test(rest) || /^\d/.test(rest) || rest.length > MOST_BESIDE + 10 ? undefined : place;
}

const WHO = '租户|租客|房客|承租户|承租人|租住户|租赁户|家属|家庭成员|同住人|共有人|业主|产权人|户主';
const LINE_OF_WHO = new RegExp(
  `^[（(【\\[]?(?:[一二三四五六七八九十\\d]{1,2}[)）]?[、.．:：)） ]?)?(?:[\\p{L}\\d]{0,6}(?:号楼|[栋幢座]))?现?(${WHO})(?:名单|名册|信息|列表|一览表?|部分|资料|情况|登记表?|[（(].{0,10}[)）])*[:：]?[)）】\\]]?$`,
  'u',
);
const TITLE_OF_WHO =
  /(租户|租客|房客|承租人|租住人员|家属|家庭成员|同住人|(?:人才|青年|长租|[白蓝]领|专家)公寓|(?:公|廉|保)租房)/u;

/** Who the people below a line are: 二、租户. Empty where it says nothing of them. */
export const readWho = (raw: string): string => asRelation(LINE_OF_WHO.exec(normaliseText(raw))?.[1]);

const asRelation = (who = ''): string =>
  /^(?:同住|家庭)/u.test(who) ? '家属' : /公寓|租房/u.test(who) ? '租户' : who;

/** The same of a title or the name of a sheet, which speaks of nobody else: 租户信息登记表. */
export const titleOfWho = (raw: string): string =>
  raw.length > LONGEST || /业主|户主|产权|房东|住户|[和与及、]/u.test(raw)
    ? ''
    : asRelation(TITLE_OF_WHO.exec(raw)?.[1]);

/** The name of a sheet that is a number or a letter alone, which may be a building: a proposal, not more. */
export function bareBuilding(name: string): string {
  return /^(?:[A-Z]|[A-Z]?\d{1,3})(?:楼|号)?$/u.exec(normaliseText(name).toUpperCase()) === null
    ? ''
    : normaliseText(name)
        .toUpperCase()
        .replace(/楼|号/u, '')
        .replace(/^0+(?=\d)/, '');
}
