/** Guesses where each column of a sheet goes from its header; people correct the guess before anything is read further. */
import {
  FIELDS,
  type FieldId,
  OWN_FIELD_IDS,
  type SwitchedFieldId,
  isOffered,
} from '../../../contract/fields.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { toHalfWidth } from '../values/normalise.ts';

/** Headers of the columns that are no field of a person. */
const OTHER_COLUMNS: Readonly<Record<Exclude<ColumnTarget, FieldId>, readonly string[]>> = {
  estate: ['小区', '小区名称', '项目', '项目名称', '楼盘', '楼盘名称', 'estate'],
  building: [
    '楼号',
    '楼栋',
    '楼栋号',
    '栋',
    '栋号',
    '栋数',
    '幢',
    '幢号',
    '楼幢',
    '座',
    '座号',
    '座栋',
    '楼座',
    '楼宇',
    '楼宇名称',
    '楼',
    'building',
  ],
  unit: ['单元', '单元号', 'unit'],
  room: ['房间', '房间号', '室', '室号', '户号', 'room', 'room number'],
  roomText: [
    '房号',
    '房屋编号',
    '房屋编码',
    '房间编号',
    '房间编码',
    '房产编号',
    '房产',
    '房屋',
    '房屋号',
    '房屋名称',
    '房屋全称',
    '门牌',
    '门牌号',
    '门牌号码',
    '单元房号',
    '楼栋房号',
    '房屋坐落',
  ],
  floor: ['楼层', '所在楼层', '层', '层数', 'floor'],
  layout: ['房屋户型', '户型', '房型', 'layout'],
  area: ['建筑面积', '面积', '建面', '房屋面积', '产权面积', 'area'],
  status: ['房屋状态', '入住状态', '房间状态', '使用状态', '状态', 'status'],
  ownerCode: [
    '业主编号',
    '业主编码',
    '业主代码',
    '客户编号',
    '客户编码',
    '住户编号',
    'owner code',
    'owner id',
  ],
  pinyin: [
    '拼音',
    '姓名拼音',
    '业主拼音',
    '业主姓名拼音',
    '住户拼音',
    '读音',
    '姓名读音',
    'pinyin',
    'name pinyin',
  ],
  relation: ['业主类型', '关系', '与业主关系', '与户主关系', '住户类型', '人员类型', '客户类型', 'relation'],
  idType: ['证件类型', '证件种类', '证件名称', 'id type'],
  brand: ['品牌', '车辆品牌', '汽车品牌', '车牌品牌', '品牌型号', '厂牌', '厂牌型号', 'brand', 'make'],
  colour: ['颜色', '车辆颜色', '车身颜色', '车色', 'colour', 'color'],
  vehicleKind: ['类型', '车辆类型', '车型', '车辆种类', '车辆型号', 'vehicle type', 'type of vehicle'],
  carPark: ['停车场', '停车场名称', '车场', '车库', '停车区域', 'car park', 'parking lot'],
  spaceCode: [
    '车位',
    '车位号',
    '车位号码',
    '车位编号',
    '车位编码',
    '停车位',
    '停车位号',
    'space',
    'space number',
    'parking space',
  ],
  spaceKind: ['车位性质', '车位类型', '车位类别', '车位产权', '租售', '租售性质', 'kind of space'],
  spaceFrom: [
    '起租',
    '起租日期',
    '起租时间',
    '起租日',
    '租赁开始',
    '租赁开始日期',
    '车位起租',
    '车位起租日期',
    '开始日期',
    '起始日期',
    'from',
    'lease start',
  ],
  spaceUntil: [
    '截止',
    '截止日期',
    '截止时间',
    '到期',
    '到期日',
    '到期日期',
    '到期时间',
    '租赁结束',
    '租赁结束日期',
    '租赁到期',
    '车位到期',
    '车位到期日期',
    '结束日期',
    '有效期至',
    'until',
    'lease end',
  ],
};

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

const TARGET_OF_HEADER: ReadonlyMap<string, ColumnTarget> = new Map<string, ColumnTarget>([
  ...OWN_FIELD_IDS.flatMap((field) =>
    FIELDS[field].columns.map((header) => [normaliseHeader(header), field] as const),
  ),
  ...(Object.keys(OTHER_COLUMNS) as (keyof typeof OTHER_COLUMNS)[]).flatMap((target) =>
    OTHER_COLUMNS[target].map((header) => [normaliseHeader(header), target] as const),
  ),
]);

/** Half-width, lower case, without spaces, stars, colons, remarks in brackets and a number at the end (电话2). */
export function normaliseHeader(header: string): string {
  return toHalfWidth(header)
    .toLowerCase()
    .replaceAll(/[([【{〔][^)\]】}〕]*[)\]】}〕]?/g, '')
    .replaceAll(/[\s*:：、.·_]/g, '')
    .replace(/\d+$/, '');
}

/** Target of a header on its own; null for one that is not known. */
export function targetOfHeader(header: string): ColumnTarget | null {
  return TARGET_OF_HEADER.get(normaliseHeader(header)) ?? null;
}

/**
 * A target per column. A field that a person has once is taken from the first of several columns. 房号 is the room within
 * its unit where a building stands in a column of its own, and the whole address of the flat otherwise.
 */
export function proposeTargets(headers: readonly string[]): readonly (ColumnTarget | null)[] {
  const taken = new Map<ColumnTarget, number>();
  const targets = headers.map((header) => {
    const target = targetOfHeader(header);
    if (target === null) return null;
    const before = taken.get(target) ?? 0;
    if (before >= maxColumns(target)) return null;
    taken.set(target, before + 1);
    return target;
  });
  const own =
    taken.has('plate') || taken.has('spaceCode')
      ? targets
      : targets.map((target) => (target !== null && BESIDE_A_CAR.has(target) ? null : target));
  if (!taken.has('building') || !taken.has('roomText')) return own;
  return own.map((target) => (target === 'roomText' ? (taken.has('room') ? null : 'room') : target));
}

/** One column may hold several values of a field, so there may be as many columns as values. */
function maxColumns(target: ColumnTarget): number {
  return target in FIELDS ? FIELDS[target as FieldId].most : 1;
}

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
  return targets.some((target) => target === 'name' || target === 'room' || target === 'roomText');
}
