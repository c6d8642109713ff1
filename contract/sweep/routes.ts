/** The routes of the sweep for leftover files: who may call each, its request and its reply. No reply holds a value from a file. */
import { z } from 'zod';
import { disposalIdSchema, fileIdSchema, sweepFindingIdSchema, sweepFolderIdSchema } from '../ids.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, route, routesOf } from '../route.ts';
import {
  byteCountSchema,
  dateSchema,
  enumOf,
  nothing,
  pinSchema,
  timeSchema,
  wordsSchema,
} from '../schemas.ts';
import {
  MAX_SWEEP_FOLDERS,
  SWEEP_DAYS,
  SWEEP_DECISIONS,
  SWEEP_KINDS,
  SWEEP_PLACES,
  SWEEP_STATES,
  UNREAD_REASONS,
} from './lists.ts';

/** How many files are listed; there may be more, which `more` counts. */
export const MAX_FINDINGS = 500;
/** How many sweeps of before are told. */
export const MAX_SWEEPS = 26;

const count = z.number().int().nonnegative();

/** Days between two sweeps by the clock. */
export const sweepDaysSchema = z.literal(SWEEP_DAYS);

const findingSchema = z.strictObject({
  findingId: sweepFindingIdSchema,
  /** Null while somebody inspects: it may hold a name. */
  name: z.string().max(260).nullable(),
  /** The folder; null while somebody inspects. */
  folder: z.string().max(4_096).nullable(),
  place: enumOf(SWEEP_PLACES),
  kind: enumOf(SWEEP_KINDS),
  size: byteCountSchema,
  /** When it was written to last. */
  changed: timeSchema,
  ids: count,
  phones: count,
  people: count,
  unread: enumOf(UNREAD_REASONS).nullable(),
  /** When a sweep first and last found it. */
  firstAt: timeSchema,
  lastAt: timeSchema,
  /** Other files with the same content. */
  copies: count,
  decision: z
    .strictObject({
      what: enumOf(SWEEP_DECISIONS),
      at: timeSchema,
      by: z.string().max(60),
      words: z.string().max(200).nullable(),
      /** Until when it is accepted. */
      until: dateSchema.nullable(),
    })
    .nullable(),
  /** It is to be dealt with: nobody has decided, or the day until which it was accepted is over. */
  isOpen: z.boolean(),
});
/** A file as the page shows it. */
export type SweepFinding = z.infer<typeof findingSchema>;

const sweepSchema = z.strictObject({
  state: enumOf(SWEEP_STATES),
  byHand: z.boolean(),
  begunAt: timeSchema,
  endedAt: timeSchema.nullable(),
  /** Files that were read, and bytes of them. */
  files: count,
  bytes: byteCountSchema,
  /** Files with three people or more. */
  found: count,
  /** People in those files. */
  people: count,
  /** Files that could not be read, or not wholly. */
  unread: count,
});
/** A sweep, running or over. */
export type SweepRun = z.infer<typeof sweepSchema>;

const sweepViewSchema = z.strictObject({
  /** Newest first; the first may be running. */
  sweeps: z.array(sweepSchema).max(MAX_SWEEPS),
  everyDays: sweepDaysSchema,
  /** Null where none is due by the clock. */
  nextAt: timeSchema.nullable(),
  /** Folders that were picked. */
  folders: z
    .array(z.strictObject({ folderId: sweepFolderIdSchema, path: z.string().max(4_096).nullable() }))
    .max(MAX_SWEEP_FOLDERS),
  /** Files with people in them: those to be dealt with first, the most people first. */
  findings: z.array(findingSchema).max(MAX_FINDINGS),
  more: count,
  /** Files that could not be read, or not to their end, and folders that were not listed to theirs. */
  unread: z.array(findingSchema).max(MAX_FINDINGS),
  /** How many more of them there are. */
  moreUnread: count,
  /** How many of them nobody has decided on. */
  openUnread: count,
  open: count,
});
/** How it stands with leftover files. */
export type SweepView = z.infer<typeof sweepViewSchema>;

const named = { findingId: sweepFindingIdSchema } as const;
const changes = { changes: ['sweep'] } as const;
const change = routesOf(OVERSIGHT, sweepViewSchema, changes.changes);

/** Access, request schema and reply schema of each route. */
export const sweepRoutes = {
  'sweep.read': route(OVERSIGHT, nothing, sweepViewSchema, { ...NO_RESIDENT, inInspection: true }),
  /** For the bell: files to be dealt with, files and folders that were not read to their end, whether the last sweep is too long ago, and copies that are left of files that were destroyed. */
  'sweep.due': route(
    OVERSIGHT,
    nothing,
    z.strictObject({ open: count, openUnread: count, overdueSince: timeSchema.nullable(), left: count }),
    { ...NO_RESIDENT, inInspection: true },
  ),
  /** Begins in the background; `drives`: removable and other drives, too. */
  'sweep.begin': change({ drives: z.boolean() }, { enters: ['sweep'], ...PLAINLY }),
  'sweep.pause': route(OVERSIGHT, nothing, sweepViewSchema, { enters: ['sweep'], ...PLAINLY, ...changes }),
  'sweep.resume': route(OVERSIGHT, nothing, sweepViewSchema, { enters: ['sweep'], ...PLAINLY, ...changes }),
  'sweep.cancel': route(OVERSIGHT, nothing, sweepViewSchema, { enters: ['sweep'], ...PLAINLY, ...changes }),
  'sweep.schedule': change({ everyDays: sweepDaysSchema }, { enters: ['sweep-settings'], ...PLAINLY }),
  /** A folder that the user has picked. */
  'sweep.addFolder': change({ fileId: fileIdSchema }, { enters: ['sweep-settings'], ...PLAINLY }),
  'sweep.removeFolder': change({ folderId: sweepFolderIdSchema }, { enters: ['sweep-settings'], ...PLAINLY }),
  /** Leaves a file where it is until a day, with a reason; it comes back then. */
  'sweep.accept': change(
    { ...named, words: wordsSchema, until: dateSchema, pin: pinSchema },
    { enters: ['sweep-accept'], shows: 'nothing', proof: 'own' },
  ),
  /**
   * Overwrites and removes a file. `otherNames`: it had another name, which still leads to what is no more.
   * `copies`: files of the last sweep with the same content.
   */
  'sweep.dispose': route(
    OVERSIGHT,
    z.strictObject({ ...named, pin: pinSchema }),
    z.strictObject({
      otherNames: z.boolean(),
      copies: count,
      disposalId: disposalIdSchema,
      view: sweepViewSchema,
    }),
    { enters: ['sweep-dispose'], shows: 'nothing', proof: 'own', ...changes },
  ),
  /** Offers the file to an import, as if it had been picked. */
  'sweep.import': route(
    ['supervisor'],
    z.strictObject(named),
    z.strictObject({ fileId: fileIdSchema, fileName: z.string().max(260) }),
    { enters: ['sweep-import'], shows: 'nothing', proof: 'none', ...changes },
  ),
  /** Shows the file in its folder, in the system's own window. */
  'sweep.show': route(OVERSIGHT, z.strictObject(named), nothing, NO_RESIDENT),
};
