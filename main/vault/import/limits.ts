/** Guards the vault process from a workbook that would fill its memory: how large one may be. */

/** Size of the file itself, in bytes. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** All parts of an `.xlsx` together once unpacked, in bytes: 200,000 rows of 20 columns need about 250 MiB. */
export const MAX_UNPACKED_BYTES = 384 * 1024 * 1024;
/** Rows that hold anything, all sheets together. */
export const MAX_ROWS = 200_000;
/** Highest row number of any spreadsheet format; more is a damaged file. */
export const LAST_ROW = 1_048_576;
/** Columns of a sheet that hold anything. */
export const MAX_COLUMNS = 200;
/** Cells of a sheet in columns behind those: so few were left there by a slip, and are flagged. */
export const MAX_BEYOND = 1_000;
/** Sheets that hold anything. */
export const MAX_SHEETS = 100;
/** Longest text of one cell that is read, in UTF-16 code units; the longest field takes 2,000. */
export const MAX_CELL_CHARACTERS = 4_000;
/** Text of all cells together, in UTF-16 code units: 200,000 rows of 20 columns hold some 40 million. An `.xlsx` keeps a text once that stands in many cells. */
export const MAX_CHARACTERS = 128 * 1024 * 1024;
/** People and rooms that the rows of a workbook name: a row may name several owners. */
export const MAX_DRAFTS = 400_000;
/** Candidates for whom a row is held against, of one name with one phone, code or room; beyond these nobody can tell them apart anyway. */
export const MAX_ALIKE = 10;
/** Rooms, vehicles or spaces of one person from which on an index is kept of them: a developer has thousands. Fewer are looked through. */
export const MANY_OF_ONE = 16;
/** Milliseconds that a file of so many bytes may take to parse: about six times what it takes on two slow cores, a minute at most. */
export const parseTimeOf = (bytes: number): number => Math.min(60_000, 5_000 + Math.ceil(bytes / 200));
/**
 * Milliseconds that describing or planning a workbook of so many rows may take: some twenty times what it takes on two slow cores, since a
 * computer that does much else must not refuse an ordinary one. Nothing waits for it meanwhile, and a cancel ends it.
 */
export const checkTimeOf = (rows: number): number => Math.min(600_000, 30_000 + 2 * rows);
