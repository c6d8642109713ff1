/** Lists of files that were destroyed here, and of copies of them. Without schemas, so that pages can read it. */

/** Where a file that is destroyed comes from: an import that has read it, a sweep that has found it. */
export const DISPOSED_OF = ['import', 'sweep'] as const;
export type DisposedOf = (typeof DISPOSED_OF)[number];

/**
 * How far it is. `waiting`: the file is destroyed, copies are yet to be looked for. `checked`: they were. `not-destroyed`: the file could not
 * be destroyed, or the computer stopped meanwhile and it is still there.
 */
export const DISPOSAL_STATES = ['waiting', 'checking', 'checked', 'not-destroyed'] as const;

/**
 * Remnants of a file. `copy`: a file with the same content. `shortcut`: a file that bears its name and leads to where it was. `listed`: a
 * program has its name in a list of its own, which is not changed from here.
 */
export const LEFT_KINDS = ['copy', 'shortcut', 'listed'] as const;
export type LeftKind = (typeof LEFT_KINDS)[number];

/** How many disposals are told. */
export const MAX_DISPOSALS = 50;
/** How many copies are told of each. */
export const MAX_COPIES = 100;

/** Its actions, as log and papers call them. */
export const FILE_DISPOSAL_ACTION_WORDS = {
  'disposal-check': ['核查已擦除的文件', 'Copies of an erased file looked for'],
  'disposal-copy': ['擦除副本', 'Copy erased'],
  'disposal-broken': ['擦除中断', 'Erasing interrupted'],
} as const;
