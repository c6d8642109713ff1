/**
 * Messages between the vault and the scanner of files, a process of its own, over a port that main hands to both. The scanner is sent
 * folders and paths and answers with paths and counts: a value of a resident is in none of them.
 */
import { z } from 'zod';
import { countSchema } from '../numbers.ts';
import { byteCountSchema, enumOf } from '../schemas.ts';
import { CUT_REASONS, SWEEP_KINDS, SWEEP_PLACES, type SweepPlace, UNREAD_REASONS } from './lists.ts';

/** Longest path that is followed, in UTF-16 code units. */
export const MAX_PATH = 4_096;
/**
 * V8 flags that a scanner is started with: limits of its heap and of its young generation in MiB, and garbage collection in the thread that
 * allocates. Set later, the heap would be laid out for more already. The bytes of a file that is being read lie beside it.
 */
export const SCANNER_FLAGS = [
  '--max-old-space-size=64',
  '--max-semi-space-size=2',
  '--single-threaded-gc',
] as const;

/** Most files and folders of one message. */
export const MAX_LISTED = 500;

/** A folder to look into. A part of its path that is `*` stands for every folder there. */
export interface SweepRoot {
  readonly place: SweepPlace;
  readonly path: string;
  /** Nothing but the files in it, and only where no other folder holds it. */
  readonly flat?: true;
}

/**
 * Where names of files that were used last stand. `shortcuts`: files of a folder that are called after them; `text`: a file that a program keeps;
 * `texts`: every file of a folder. A part of the path that is `*` stands for every folder there.
 */
export interface RecentList {
  readonly how: 'shortcuts' | 'text' | 'texts';
  readonly path: string;
}

/** Request from the vault to the scanner. */
export type ScannerRequest =
  /** Lists the files of all folders, each folder once, and those of `leftOut` never. */
  | { readonly type: 'list'; readonly roots: readonly SweepRoot[]; readonly leftOut: readonly string[] }
  /** Reads one file. `key`: 32 bytes, of its fingerprint. `today`: milliseconds since 1970. */
  | {
      readonly type: 'scan';
      readonly id: number;
      readonly path: string;
      readonly key: Uint8Array;
      readonly today: number;
    }
  /** Looks for the name of a file in lists of what was used last. */
  | {
      readonly type: 'recent';
      readonly lists: readonly RecentList[];
      readonly name: string;
      readonly leftOut: readonly string[];
    };

const pathSchema = z.string().min(1).max(MAX_PATH);

/** Told of a file by its directory, so that it is known again. */
const fileMarkSchema = z.strictObject({
  device: z.number().nonnegative(),
  inode: z.number().nonnegative(),
  size: byteCountSchema,
  /** Milliseconds since 1970, with their fraction. */
  changed: z.number(),
});

const listedFileSchema = z.strictObject({
  path: pathSchema,
  place: enumOf(SWEEP_PLACES),
  size: byteCountSchema,
});
/** A file that may bear text. */
export type ListedFile = z.infer<typeof listedFileSchema>;

const cutFolderSchema = z.strictObject({
  path: pathSchema,
  place: enumOf(SWEEP_PLACES),
  why: enumOf(CUT_REASONS),
});
/** A folder that was not listed to its end. */
export type CutFolder = z.infer<typeof cutFolderSchema>;

/** A list of a disk: none can be had without what is missing in it. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly cut: readonly CutFolder[];
}

const scannedSchema = z.strictObject({
  kind: enumOf(SWEEP_KINDS),
  unread: enumOf(UNREAD_REASONS).nullable(),
  ids: countSchema,
  phones: countSchema,
  people: countSchema,
  fingerprint: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array && bytes.length === 16).nullable(),
  mark: fileMarkSchema,
});
/** Facts of a scanned file: how much is in it, and nothing of what. */
export type ScannedFile = z.infer<typeof scannedSchema>;

const namedSchema = z.strictObject({ path: pathSchema, isShortcut: z.boolean(), mark: fileMarkSchema });
/** Where the name of a file stands. */
export type NamedFile = z.infer<typeof namedSchema>;

/** Answer of the scanner. It reads hostile files, so that the vault takes nothing else from it. */
export const scannerAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('listed'),
    items: z.array(listedFileSchema).max(MAX_LISTED),
    cut: z.array(cutFolderSchema).max(MAX_LISTED),
  }),
  /** There are no more. */
  z.strictObject({ type: z.literal('list-ended') }),
  z.strictObject({
    type: z.literal('recent'),
    items: z.array(namedSchema).max(MAX_LISTED),
    cut: z.array(cutFolderSchema).max(MAX_LISTED),
  }),
  z.strictObject({ type: z.literal('scanned'), id: countSchema, file: scannedSchema }),
]);
export type ScannerAnswer = z.infer<typeof scannerAnswerSchema>;
