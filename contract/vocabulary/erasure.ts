/** Words of erasure that pages and papers share. */
import type { ErasureCause } from '../erasure/lists.ts';
import type { Words } from './wording.ts';

export const ERASURE_CAUSE_WORDS: Words<ErasureCause> = {
  retention: ['保存期限已满', 'retention over'],
  request: ['本人要求删除', 'asked by the person'],
  'estate-transfer': ['项目资料已移交', 'transferred'],
  'id-numbers': ['不得保存的证件号码', 'ID numbers not to be kept'],
  restore: ['恢复备份后再次删除', 'deleted again after a restore'],
};
