/** Words of papers that pages and papers share. */
import type { DestroyedBy, PaperSort } from '../paper-register/lists.ts';
import type { Words } from './wording.ts';

export const PAPER_SORT_WORDS: Words<PaperSort> = {
  booklet: ['登记册', 'Booklet'],
  roster: ['名册', 'List'],
  forms: ['表单', 'Forms'],
  'id-copies': ['证件复印件', 'Copies of IDs'],
  'visitor-book': ['访客登记本', 'Visitor book'],
  print: ['本系统打印件', 'Printed here'],
  other: ['其他', 'Other'],
};

export const DESTROYED_BY_WORDS: Words<DestroyedBy> = {
  shredded: ['碎纸机粉碎', 'Shredded'],
  burned: ['焚毁', 'Burned'],
  pulped: ['送厂化浆', 'Pulped'],
};
