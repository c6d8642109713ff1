/** How long records are kept once their purpose is over. Without schemas, so that pages can read it. */

/** People by what they were last, whose clock starts with a sale or a move-out; `contact`: somebody of no room, by the last change. */
export const PEOPLE_ENTITIES = ['owner', 'tenant', 'household', 'contact'] as const;
/** Ended records of people who are still here, and counter notes. */
export const RECORD_ENTITIES = ['home', 'lease', 'space', 'renovation', 'note'] as const;
/** Everything that a rule is for. Vehicles and pets have no end and go with their owner. */
export const RETENTION_ENTITIES = [...PEOPLE_ENTITIES, ...RECORD_ENTITIES] as const;
/** One of them. */
export type PeopleEntity = (typeof PEOPLE_ENTITIES)[number];
/** One of them. */
export type RecordEntity = (typeof RECORD_ENTITIES)[number];
/** One of them. */
export type RetentionEntity = (typeof RETENTION_ENTITIES)[number];

/** Bounds of a rule. */
export const MAX_KEPT_MONTHS = 600;
/** Most days between the end of a purpose and the restricted state. */
export const MAX_RESTRICT_DAYS = 365;

/** Lists of retention: who is to be deleted, who is restricted, and who was deleted and is back by a restore. */
export const RETENTION_LISTS = ['due', 'restricted', 'returned'] as const;
/** One of them. */
export type RetentionList = (typeof RETENTION_LISTS)[number];

/** People on one page of a list. */
export const PEOPLE_A_PAGE = 50;
/** People and records are counted up to so many. */
export const MAX_COUNTED = 10_000;
/** Most people that one order deletes. */
export const MAX_ERASED_AT_ONCE = 5_000;
/** Numbers of certificates that are entered at once. */
export const MAX_RECALLED_AT_ONCE = 200;
/** Causes for which a store may have missed deletions: it is restored, recovered, or was put back in another way. */
export const GAP_CAUSES = ['restored', 'recovered', 'acknowledged'] as const;
/** One of them. */
export type GapCause = (typeof GAP_CAUSES)[number];
/** Holds and deletions that are listed. */
export const MAX_HOLDS_LISTED = 200;
/** Deletions that are listed, the newest first. */
export const MAX_ERASURES_LISTED = 100;
/** For how long a supervisor has a restricted record open, in minutes. */
export const RESTRICTED_OPEN_MINUTES = 15;

/** Its actions, as log and papers call them. */
export const RETENTION_ACTION_WORDS = {
  'retention-rules': ['确认保存期限', 'Confirmed retention times'],
  'restricted-open': ['打开已限制的档案', 'Opened a restricted record'],
  'restricted-refused': ['档案已限制，未打开', 'Restricted record not opened'],
  'retention-records': ['删除到期记录', 'Deleted records that were due'],
  'backups-destroy': ['擦除旧备份', 'Erased older backups'],
  recall: ['登记删除证明', 'Entered a deletion certificate'],
  'recall-end': ['取消登记删除证明', 'Undid a deletion certificate'],
  'erasures-known': ['核对恢复前的删除', 'Compared deletions after a restore'],
  certificate: ['制作删除证明', 'Made a deletion certificate'],
} as const;
