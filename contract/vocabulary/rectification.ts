/** Words of rectification that pages and papers share. */
import type { EvidenceSide, RectificationSource } from '../rectification/lists.ts';
import type { Words } from './wording.ts';

export const SOURCE_WORDS: Words<RectificationSource> = {
  'walk-round': ['巡查', 'Walk-round'],
  'self-audit': ['自查表', 'Self-audit'],
  impact: ['影响评估', 'Impact assessment'],
  'computer-checklist': ['电脑检查表', 'Computer checklist'],
  'computer-check': ['电脑自动检查', 'Computer check'],
  inventory: ['信息清单', 'Inventory'],
  consent: ['告知与同意', 'Notice and consent'],
  incident: ['事件', 'Incident'],
  sweep: ['遗留文件', 'Leftover files'],
  'police-notice': ['检查通知', "Authority's notice"],
  form: ['表单', 'Form'],
  own: ['自行发现', 'Noticed by staff'],
};

export const SIDE_WORDS: Words<EvidenceSide> = { before: ['整改前', 'Before'], after: ['整改后', 'After'] };
