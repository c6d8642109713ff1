/** Files with residents' values that leave the house: what there are, whom for, how long. Without schemas, so that pages can read it. */

/**
 * `own-copy`: somebody's own, or what their guardian or agent asks for (PIPL, Article 45); `extract`: the fields of one person that an authority's document
 * names; `roster`: room, name and phone of one unit, for a street office; `handover`: an estate, for whoever takes over (contract/estate-transfer).
 */
export const DISCLOSURE_KINDS = ['own-copy', 'extract', 'roster', 'estate-transfer'] as const;
/** Kinds of things that were given. */
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** A PDF to read; the same with a workbook for another program, as one archive; a workbook alone, which only a roster is. */
export const DISCLOSURE_FORMATS = ['pdf', 'zip', 'xlsx'] as const;
/** Kinds of files. */
export type DisclosureFormat = (typeof DISCLOSURE_FORMATS)[number];
/** Forms that somebody's own copy may take. */
export const COPY_FORMATS = ['pdf', 'zip'] as const;
/** One of them. */
export type CopyFormat = (typeof COPY_FORMATS)[number];

/**
 * `writing`: entered, and never said to be written: after a kill it may be there or not, and counts as given. `failed`: it could not be written.
 * `given`: it is out. `recalled`: the recipient was told to delete it. `ended`: they have, or gave it back.
 */
export const DISCLOSURE_STATES = ['writing', 'failed', 'given', 'recalled', 'ended'] as const;
/** How it stands with one. */
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];

/** How one ended. */
export const DISCLOSURE_ENDS = ['deleted', 'returned'] as const;
/** One of them. */
export type DisclosureEnd = (typeof DISCLOSURE_ENDS)[number];

/** Most people in a roster: a unit of a high-rise. There is no way to more at once. */
export const MAX_ROSTER_PEOPLE = 100;
/** Rosters within twenty-four hours, of all desks of the vault together. */
export const MAX_ROSTERS_A_DAY = 2;
/** Longest that a recipient may keep a file, in days. */
export const MAX_KEPT_DAYS = 366;
/** How many are listed, the newest first; whatever is still to be deleted is listed in any case. */
export const MAX_DISCLOSURES_LISTED = 300;
/** Bounds of names and numbers, in UTF-16 code units. */
export const MAX_DISCLOSURE_WORDS = 60;

/** The number of one as it is listed and written on what is given: E-0012. */
export const disclosureNumber = (disclosureId: number): string =>
  `E-${String(disclosureId % 2 ** 32).padStart(4, '0')}`;

/** Formats that the vault writes to a chosen place, each with the end of its name. */
export const DISCLOSED_FILES = {
  'own-copy': 'pdf',
  'own-copy-archive': 'zip',
  extract: 'pdf',
  roster: 'xlsx',
  'recall-note': 'pdf',
  'estate-transfer': 'xlsx',
} as const;
/** One of them. */
export type DisclosedFile = keyof typeof DISCLOSED_FILES;
/** Every one. */
export const DISCLOSED_FILE_NAMES = Object.keys(DISCLOSED_FILES) as readonly DisclosedFile[];

/** Its actions, as log and papers call them. */
export const DISCLOSURES_ACTION_WORDS = {
  disclose: ['不脱敏导出', 'Exported unmasked'],
  disclosure: ['导出文件', 'File exported'],
  'disclosure-file': ['写出导出文件', 'Exported file written'],
  'disclosure-recall': ['要求收回导出文件', 'Export recalled'],
  'disclosure-note': ['制作收回通知', 'Recall letter made'],
  'disclosure-end': ['导出文件办结', 'Export closed'],
} as const;
