/** The second place of the log: its routes, what is shown of it, and what the log says of it. */
import { z } from 'zod';
import { type Actions, signed, unsigned, unsignedCoordinated } from '../manifest.ts';
import { fileIdSchema } from '../ids.ts';
import { momentSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { EVERYONE, NO_RESIDENT, OF_NOBODY, OVERSIGHT, PLAINLY, route, BY_OWN_PIN } from '../route.ts';
import { enumOf, nothing, pinSchema } from '../schemas.ts';
import { MAX_LOST_ENTRIES, SECOND_PLACE_STATES } from './lists.ts';

/** Absolute path of the folder. */
const folderSchema = z.string().min(1).max(4096);

const secondPlaceSchema = z.strictObject({
  choice: z
    .strictObject({
      folder: folderSchema,
      /** Whole entries as well, sealed to the recovery sheet. */
      entries: z.boolean(),
      at: momentSchema,
      staffName: z.string().max(60),
    })
    .nullable(),
  state: enumOf(SECOND_PLACE_STATES),
  /** Whether it is on the vault's own disk; null where that cannot be told. */
  sameDisk: z.boolean().nullable(),
  /** When a line was last written there; null where none ever was. */
  writtenAt: momentSchema.nullable(),
  /** Entries that the log has got since. */
  behind: countSchema,
  /** Nothing was written for days, though there was something to write. */
  overdue: z.boolean(),
  /** Of the end that was looked at: lines of this vault, lines that cannot be read, lines that are missing between. */
  lines: z.strictObject({ good: countSchema, unreadable: countSchema, missing: countSchema }),
});
export type SecondPlace = z.infer<typeof secondPlaceSchema>;

/** An entry that the second place has and the log does not. */
const lostEntrySchema = z.strictObject({
  seq: numberSchema,
  time: momentSchema,
  staffName: z.string().max(60),
  action: z.string().max(40),
});

/** Routes of the second place. */
export const secondLogRoutes = {
  /** Warning that every screen shows; the drive is not read for it. */
  'second.warning': route(EVERYONE, nothing, z.strictObject({ overdue: z.boolean() }), OF_NOBODY),
  /** Compares what is there with the log; a difference locks, and the next sign-in has an alarm. */
  'second.read': route(OVERSIGHT, nothing, secondPlaceSchema, { ...NO_RESIDENT, inInspection: true }),
  /** `folderId` null keeps the folder. */
  'second.choose': route(
    ['admin'],
    z.strictObject({ folderId: fileIdSchema.nullable(), entries: z.boolean(), pin: pinSchema }),
    secondPlaceSchema,
    { enters: ['second-log-choice'], ...BY_OWN_PIN, changes: ['second-log'] },
  ),
  'second.stop': route(['admin'], z.strictObject({ pin: pinSchema }), secondPlaceSchema, {
    enters: ['second-log-choice'],
    ...BY_OWN_PIN,
    changes: ['second-log'],
  }),
  /** Writes what is new at once, before the drive is taken away. */
  'second.write': route(OVERSIGHT, nothing, secondPlaceSchema, {
    enters: 'as-by-the-clock',
    ...PLAINLY,
    changes: ['second-log'],
  }),
  /** Opens the entries there with the recovery sheet, as typed: those that the log does not have, newest first. */
  'second.open': route(
    OVERSIGHT,
    z.strictObject({ sheet: z.string().min(1).max(400) }),
    z.strictObject({
      opened: countSchema,
      lost: z.array(lostEntrySchema).max(MAX_LOST_ENTRIES),
      more: z.boolean(),
    }),
    { enters: ['second-log-open'], shows: 'nothing', proof: 'none' },
  ),
};

/** Details of the log entries about the second place. */
export const secondLogActions = {
  /** An admin's choice, with their PIN; `chosen` null gives the place up. */
  'second-log-choice': {
    detail: z.strictObject({
      chosen: z.strictObject({ folder: folderSchema, entries: z.boolean() }).nullable(),
    }),
    decides: true,
    ...signed('log', {}),
  },
  /** Findings at the second place. */
  'second-log': {
    detail: z.discriminatedUnion('step', [
      /** Line `line` there remembers entry `seq` otherwise than this log, or this log does not reach it. */
      z.strictObject({ step: z.literal('differs'), line: numberSchema, seq: numberSchema }),
      /** Lines were written up to `had`, and those after `has` are not there. */
      z.strictObject({ step: z.literal('shortened'), had: numberSchema, has: countSchema }),
    ]),
    decides: true,
    ...unsigned('log', {}),
    byTheClock: true,
  },
  /** Entries there were opened with the recovery sheet; whoever was deleted by one that the log has lost is restricted again. */
  'second-log-open': {
    detail: z.strictObject({ entries: countSchema }),
    ...unsignedCoordinated('log', { recalled_person: '+' }),
  },
} as const satisfies Actions;
