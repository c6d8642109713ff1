/** Layouts that can be printed, and the paper of each. Without schemas, so that pages can read it. */

/** Papers by width and height in millimetres. Continuous paper has its strips of holes at both sides, and is whole, or cut at a half or a third. */
export const PRINT_PAPERS = {
  a4: [210, 297],
  a5: [148, 210],
  'continuous-241': [241, 279.4],
  'continuous-241-half': [241, 139.7],
  'continuous-241-third': [241, 93.1],
} as const;
/** A paper. */
export type PrintPaper = keyof typeof PRINT_PAPERS;
/** Every paper, the usual one first. */
export const PRINT_PAPER_NAMES = Object.keys(PRINT_PAPERS) as readonly PrintPaper[];

/** Layouts that are filled in by hand: nothing of the vault's is on them. */
export const BLANK_LAYOUTS = ['receipt', 'renovation', 'goods-pass', 'loan-slip'] as const;
/** A form that is filled in by hand. */
export type BlankLayout = (typeof BLANK_LAYOUTS)[number];

/** Layouts of the desk's own work: the shift of whoever asks, the paper that is to be counted. No resident is named on them. */
export const SHEET_LAYOUTS = ['shift-sheet', 'count-sheet'] as const;
/** A sheet of the desk's own. */
export type SheetLayout = (typeof SHEET_LAYOUTS)[number];

/** `record`: of one resident. `roster`: of a unit or a building, never in clear. `arrears`: for posting, by rooms alone, of which none is whole. */
export const PRINT_LAYOUTS = ['record', 'roster', 'arrears', ...SHEET_LAYOUTS, ...BLANK_LAYOUTS] as const;
/** Layout of a print. */
export type PrintLayout = (typeof PRINT_LAYOUTS)[number];

/** How much of a house a roster covers. */
export const ROSTER_SCOPES = ['unit', 'building'] as const;
/** How much of a house. */
export type RosterScope = (typeof ROSTER_SCOPES)[number];

/** Most copies of one order. */
export const MAX_COPIES = 20;
/** Most values of a resident that one order shows in clear. */
export const MAX_CLEAR = 20;
/** Most rooms of a notice. */
export const MAX_ARREARS = 300;
/** Most residents of a roster. */
export const MAX_ROSTER = 2_000;
/** Bound of the words below a notice, in UTF-16 code units. */
export const MAX_NOTICE_WORDS = 120;
/** Pages of a preview; what is printed may have more. */
export const MAX_PREVIEW_PAGES = 4;

const SEPARATORS = /[\s\-—_.·,，、()（）]/gu;
/** As many digits in a row as the shortest telephone number has; in figures of any width, or in words. */
const NUMBER = /[\d〇零一二三四五六七八九]{7,}/u;

/** Whether a text for posting has something that may be a telephone or an ID number, however it is parted. */
export const looksLikeNumber = (text: string): boolean =>
  NUMBER.test(text.normalize('NFKC').replaceAll(SEPARATORS, ''));

/** Its actions, as log and papers call them. */
export const PRINT_ACTION_WORDS = {
  print: ['打印', 'Print'],
  'print-clear': ['不脱敏打印', 'Printed unmasked'],
} as const;
