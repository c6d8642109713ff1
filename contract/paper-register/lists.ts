/** Sorts, states and ends of paper. Without schemas, so that pages can read it. */

/** Sorts of paper. `print`: a copy that the product itself has printed; everything else was there before or came from elsewhere. */
export const PAPER_SORTS = [
  'booklet',
  'roster',
  'forms',
  'id-copies',
  'visitor-book',
  'print',
  'other',
] as const;
/** A sort of paper. */
export type PaperSort = (typeof PAPER_SORTS)[number];

/** Sorts that somebody can take in by hand. */
export const TAKEN_IN_SORTS = PAPER_SORTS.filter((sort) => sort !== 'print');

/** `kept` by its custodian; `lost` until it is found; `destroyed` for good. */
export const PAPER_STATES = ['kept', 'lost', 'destroyed'] as const;
/** How it stands with a paper. */
export type PaperState = (typeof PAPER_STATES)[number];

/** How paper is destroyed so that nobody puts it together again. */
export const DESTROYED_BY = ['shredded', 'burned', 'pulped'] as const;
/** A way to destroy paper. */
export type DestroyedBy = (typeof DESTROYED_BY)[number];

/** Most papers that are kept or lost at a time. */
export const MAX_PAPERS = 2_000;
/** How many of the destroyed ones are listed, the last first. */
export const MAX_DESTROYED_LISTED = 200;
/** Most pages of one paper. */
export const MAX_PAGES = 100_000;
/** Most photos of one paper. */
export const MAX_PHOTOS = 6;
/** Bounds of title and places, in UTF-16 code units. */
export const MAX_PAPER_WORDS = 60;

/** Days for which a statement counts that there is no paper. */
export const NO_PAPER_DAYS = 183;

/** The number of a paper as it is written on it and typed to find it: P-0012. */
export const paperNumber = (paperId: number): string => `P-${String(paperId % 2 ** 32).padStart(4, '0')}`;

/** Code of its mark, which precedes the number in the QR code of a print. */
const MARK_BEFORE = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4} (?=P)/iu;

/** The paper that a typed or scanned number means, by the number alone; null where it is none. */
export function readPaperNumber(text: string): number | null {
  const typed = text.normalize('NFKC').trim().replace(MARK_BEFORE, '').replace(/\s/gu, '');
  const [, digits] = /^(?:P|纸)?[-—]?0*([1-9]\d{0,9})$/iu.exec(typed) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Its actions, as log and papers call them. */
export const PAPER_REGISTER_ACTION_WORDS = {
  'paper-in': ['登记纸质资料', 'Paper recorded'],
  'paper-change': ['修改纸质资料', 'Paper edited'],
  'paper-extend': ['纸质资料延期', 'Paper extended'],
  'paper-return': ['交回纸质资料', 'Paper returned'],
  'paper-destroy': ['销毁纸质资料', 'Paper destroyed'],
  'paper-lost': ['报失纸质资料', 'Paper reported lost'],
  'paper-found': ['找回纸质资料', 'Paper found'],
  'paper-count': ['盘点纸质资料', 'Paper counted'],
  'paper-none': ['声明没有纸质资料', 'No paper declared'],
  'paper-record': ['打印销毁记录', 'Record of a destruction'],
} as const;
