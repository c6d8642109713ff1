/** Words of keys that pages and papers share. */
import type { RotatedKey, RotationEnd } from '../key-management/lists.ts';
import type { Words } from './wording.ts';

export const KEY_WORDS: Words<RotatedKey> = {
  'store-key': ['档案库密钥', 'Store key'],
  'tier-keys': ['资料密钥', 'Field keys'],
  'device-secret': ['本机密钥', "This computer's key"],
  'recovery-sheet': ['恢复单', 'Recovery sheet'],
};

export const ROTATION_END_WORDS: Words<RotationEnd> = {
  done: ['已更换', 'Rotated'],
  cancelled: ['中途取消，未更换', 'Cancelled, not rotated'],
  failed: ['更换失败', 'Not rotated.'],
  interrupted: ['中断，未更换', 'Interrupted, not rotated'],
};
