/** Words of retention that pages and papers share. */
import type { RetentionEntity } from '../retention/lists.ts';
import type { Words } from './wording.ts';

/** Words of each kind that is kept for a time, and of the day from which it counts. */
export const RETAINED_WORDS: Words<RetentionEntity> = {
  owner: ['业主（过户后）', 'Owners (after a transfer)'],
  tenant: ['租客（搬离后）', 'Tenants (after moving out)'],
  household: ['家属、临时人员（搬离后）', 'Family and temporary residents (after moving out)'],
  contact: ['无入住关系的联系人', 'Contacts who live nowhere here'],
  home: ['以往的入住记录', 'Earlier homes'],
  lease: ['结束的租约', 'Ended leases'],
  space: ['结束的车位租用', 'Ended rents of parking spaces'],
  renovation: ['结束的装修', 'Ended renovations'],
  note: ['前台便签', 'Counter notes'],
};
