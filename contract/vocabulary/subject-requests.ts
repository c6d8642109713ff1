/** Words of requests that pages and papers share. */
import type { AuthorityPaper, RequestAsker, RequestWhat } from '../requests/lists.ts';
import type { Words } from './wording.ts';

export const REQUEST_WORDS: Words<RequestWhat> = {
  access: ['查阅个人信息', 'Access'],
  copy: ['复制个人信息', 'Copy'],
  transfer: ['转移个人信息', 'Portability'],
  correct: ['更正、补充个人信息', 'Correction'],
  delete: ['删除个人信息', 'Deletion'],
  restrict: ['限制处理个人信息', 'Restrict processing'],
  'withdraw-consent': ['撤回同意', 'Withdraw consent'],
  explain: ['解释说明处理规则', 'Explain the rules'],
  'access-history': ['查询个人信息被谁查看', 'Access history'],
};

export const ASKER_WORDS: Words<RequestAsker> = {
  self: ['本人', 'Resident'],
  guardian: ['监护人', 'Guardian'],
  agent: ['受托人', 'Representative'],
  relative: ['已故者的近亲属', 'Relative of the deceased'],
};

export const AUTHORITY_PAPER_WORDS: Words<AuthorityPaper> = {
  'power-of-attorney': ['授权委托书', 'Power of attorney'],
  notarised: ['公证书', 'Notarised document'],
  'household-register': ['户口簿', 'Household register'],
  'birth-certificate': ['出生医学证明', 'Birth certificate'],
  guardianship: ['监护关系证明', 'Proof of guardianship'],
  kinship: ['亲属关系证明', 'Proof of kinship'],
};
