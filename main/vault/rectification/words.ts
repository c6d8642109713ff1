/** Words of the tracker in documents, which are in Chinese. */
import type { EvidenceSide, RectificationSource } from '../../../contract/rectification/lists.ts';

/** Where an item comes from. */
export const SOURCE_WORDS: Readonly<Record<RectificationSource, string>> = {
  'walk-round': '巡查',
  'self-audit': '自查表',
  impact: '影响评估',
  'computer-checklist': '电脑检查表',
  'computer-check': '电脑自动检查',
  inventory: '信息清单',
  consent: '告知和同意',
  incident: '事件',
  sweep: '遗留文件清查',
  'police-notice': '检查通知',
  form: '表单',
  own: '自行发现',
};

/** How it was, and how it is now. */
export const SIDE_WORDS: Readonly<Record<EvidenceSide, string>> = { before: '整改前', after: '整改后' };
