/** Guesses where each column of a sheet goes from its header; people correct the guess before anything is read further. */
import type { FieldId, SwitchedFieldId } from '../../../contract/fields.ts';
import { OWN_FIELD_IDS, FIELDS, isOffered } from '../../../contract/fields.ts';
import type { ColumnTarget } from '../../../contract/views.ts';
import { toHalfWidth } from '../people/normalise.ts';

/** Headers of the columns that are no field of a person. */
const OTHER_COLUMNS: Readonly<Record<Exclude<ColumnTarget, FieldId>, readonly string[]>> = {
  estate: ['小区', '小区名称', '项目', '项目名称', '楼盘', '楼盘名称', 'estate'],
  building: ['楼号', '楼栋', '楼栋号', '栋', '栋号', '栋数', '幢', '幢号', '楼幢', '座', '座号', '座栋', '楼座', '楼宇', '楼宇名称', '楼', 'building'],
  unit: ['单元', '单元号', 'unit'],
  room: ['房间', '房间号', '室', '室号', '户号', 'room', 'room number'],
  roomText: [
    '房号', '房屋编号', '房屋编码', '房间编号', '房间编码', '房产编号', '房产', '房屋', '房屋号', '房屋名称', '房屋全称', '门牌', '门牌号', '门牌号码', '单元房号', '楼栋房号',
    '房屋坐落',
  ],
  floor: ['楼层', '所在楼层', '层', '层数', 'floor'],
  layout: ['房屋户型', '户型', '房型', 'layout'],
  area: ['建筑面积', '面积', '建面', '房屋面积', '产权面积', 'area'],
  status: ['房屋状态', '入住状态', '房间状态', '使用状态', '状态', 'status'],
  ownerCode: ['业主编号', '业主编码', '业主代码', '客户编号', '客户编码', '住户编号', 'owner code', 'owner id'],
  relation: ['业主类型', '关系', '与业主关系', '与户主关系', '住户类型', '人员类型', '客户类型', 'relation'],
  idType: ['证件类型', '证件种类', '证件名称', 'id type'],
};

const TARGET_OF_HEADER: ReadonlyMap<string, ColumnTarget> = new Map<string, ColumnTarget>([
  ...OWN_FIELD_IDS.flatMap((field) => FIELDS[field].columns.map((header) => [normaliseHeader(header), field] as const)),
  ...(Object.keys(OTHER_COLUMNS) as (keyof typeof OTHER_COLUMNS)[]).flatMap((target) =>
    OTHER_COLUMNS[target].map((header) => [normaliseHeader(header), target] as const)),
]);

/** Half-width, lower case, without spaces, stars, colons, remarks in brackets and a number at the end (电话2). */
export function normaliseHeader(header: string): string {
  return toHalfWidth(header).toLowerCase().replaceAll(/[([【{〔][^)\]】}〕]*[)\]】}〕]?/g, '').replaceAll(/[\s*:：、.·_]/g, '').replace(/\d+$/, '');
}

/** What a header says on its own; null for one that is not known. */
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
    if (before >= mostColumns(target)) return null;
    taken.set(target, before + 1);
    return target;
  });
  if (!taken.has('building') || !taken.has('roomText')) return targets;
  return targets.map((target) => (target === 'roomText' ? (taken.has('room') ? null : 'room') : target));
}

/** One column may hold several values of a field, so there may be as many columns as values. */
function mostColumns(target: ColumnTarget): number {
  return target in FIELDS ? FIELDS[target as FieldId].most : 1;
}

/** A field that is turned off is neither proposed nor read. */
export const isTaken = (target: ColumnTarget, switchedOn: readonly SwitchedFieldId[]): boolean => !(target in FIELDS) || isOffered(target as FieldId, switchedOn);

/** Enough to make records of: somebody, or somewhere. */
export function isUsable(targets: readonly (ColumnTarget | null)[]): boolean {
  return targets.some((target) => target === 'name' || target === 'room' || target === 'roomText');
}
