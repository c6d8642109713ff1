/** Which acts of the log count as having seen somebody's data, and how. Without schemas, so that pages can read it. */

/**
 * `clear`: a value was on the screen. `compared`: what a visitor said was compared with it; a match tells that the clerk had it. `written`: it was
 * entered or changed, or came with a workbook. `masked`: the record or the room was opened, and its masks were on the screen.
 */
export const SEEING = {
  clear: ['reveal', 'copy', 'open-full', 'extract', 'disclose', 'print-clear', 'emergency-access'],
  compared: ['verify'],
  written: ['add', 'edit', 'end', 'remove', 'confirm', 'restore', 'merge', 'merge-undo', 'note', 'import'],
  masked: ['open', 'open-room', 'print', 'replaced-list'],
} as const;
/** How something was seen. */
export type Seeing = keyof typeof SEEING;

/** Every way of seeing, the plainest first. */
export const SEEINGS = Object.keys(SEEING) as readonly Seeing[];

/** Subjects of a question to the access history; `number`: one that a supervisor has traced before. */
export const WHO_SAW_SUBJECTS = ['person', 'room', 'staff', 'day', 'number'] as const;
/** Subject of a question to the access history. */
export type AccessHistorySubject = (typeof WHO_SAW_SUBJECTS)[number];

/** Entries of one page of an answer. */
export const WHO_SAW_PAGE = 100;
/** Most entries on a sheet; it says how many there are. */
export const MAX_SHEET_ENTRIES = 500;
/** Most days that what one of the staff did is asked for at once. */
export const MAX_SPAN_DAYS = 31;
/** Most residents that one number is traced to. */
export const MAX_TRACED = 20;

/** Its actions, as log and papers call them. */
export const ACCESS_HISTORY_ACTION_WORDS = {
  'access-history': ['查询谁看过', 'Access history queried'],
  'access-history-number': ['追查号码', 'Number traced'],
  'access-history-print': ['打印谁看过', 'Access history printed'],
  'access-history-answer': ['答复住户查询', 'Resident answered'],
} as const;
