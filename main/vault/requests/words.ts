/** Words of letters and packs on requests, in Chinese. */
import type { RequestAct, RequestAsker, RequestWhat } from '../../../contract/requests/lists.ts';

export const WHAT_WORDS: Readonly<Record<RequestWhat, string>> = {
  access: '查阅个人信息',
  copy: '复制个人信息',
  correct: '更正、补充个人信息',
  delete: '删除个人信息',
  explain: '解释说明处理规则',
  'access-history': '查询个人信息被谁查看',
};

export const ASKER_WORDS: Readonly<Record<RequestAsker, string>> = {
  self: '本人',
  guardian: '监护人',
  relative: '已故者的近亲属',
};

/** What a letter says was done. */
export const ACT_WORDS: Readonly<Record<RequestAct, string>> = {
  'own-copy': '已制作个人信息副本交付请求人，副本设有密码。',
  opened: '已当面提供查阅。',
  'access-history': '已提供个人信息的查看情况。',
  changed: '已按请求更正、补充或者删除有关信息。',
  erased: '已删除个人信息，并核对存储中不再留有。',
  explained: '已就个人信息处理规则作出解释说明。',
};
