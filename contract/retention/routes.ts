/** Retention: rules, who is due, who is held, deletions with their certificates. */
import { z } from 'zod';
import { ERASURE_CAUSES, HOLD_KINDS, MAX_BASIS_WORDS } from '../erasure/lists.ts';
import { RELATIONS } from '../fields.ts';
import { sourceSchema } from '../forms/schemas.ts';
import { erasureIdSchema, fileIdSchema, holdIdSchema, personIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PREPARATION, route, routesOf, MASKED, BY_BOTH_PINS } from '../route.ts';
import {
  dateSchema,
  enumOf,
  maskSchema,
  nothing,
  pinSchema,
  proofSchema,
  timeSchema,
  wordsSchema,
} from '../schemas.ts';
import {
  GAP_CAUSES,
  MAX_COUNTED,
  MAX_ERASED_AT_ONCE,
  MAX_ERASURES_LISTED,
  MAX_HOLDS_LISTED,
  MAX_KEPT_MONTHS,
  MAX_RECALLED_AT_ONCE,
  PEOPLE_A_PAGE,
  PEOPLE_ENTITIES,
  RECORD_ENTITIES,
  RETENTION_ENTITIES,
  RETENTION_LISTS,
} from './lists.ts';
import { retentionRulesSchema } from './log.ts';

const nameSchema = z.string().max(60);
const boundedCount = z
  .number()
  .int()
  .nonnegative()
  .max(MAX_COUNTED + 1);

const holdSchema = z.strictObject({
  holdId: holdIdSchema,
  personId: personIdSchema,
  /** Null where they are no longer on record under this number. */
  nameMask: maskSchema.nullable(),
  kind: enumOf(HOLD_KINDS),
  words: z.string().max(200),
  until: dateSchema.nullable(),
  /** Its last day is over. */
  isOver: z.boolean(),
  at: timeSchema,
  by: nameSchema,
});
/** Somebody who is not deleted for now. */
export type HoldView = z.infer<typeof holdSchema>;

const olderBackupSchema = z.strictObject({
  name: z.string().max(60),
  where: z.enum(['backup', 'kept']),
  madeAt: timeSchema.nullable(),
  goneBy: timeSchema.nullable(),
});

const erasureSchema = z.strictObject({
  erasureId: erasureIdSchema,
  cause: enumOf(ERASURE_CAUSES),
  basis: z.string().max(MAX_BASIS_WORDS),
  people: z.number().int().nonnegative(),
  held: z.number().int().nonnegative(),
  at: timeSchema,
  by: nameSchema,
  with: nameSchema.nullable(),
  /** Null where nobody has looked yet. */
  check: z
    .strictObject({
      at: timeSchema,
      pages: z.number().int().nonnegative(),
      searched: z.number().int().nonnegative(),
      found: z.number().int().nonnegative(),
      walBytes: z.number().int().nonnegative(),
      rewritten: z.boolean(),
    })
    .nullable(),
  /** Backups from before that are still there. */
  older: z.array(olderBackupSchema).max(400),
});
/** A deletion, as the page lists it. */
export type ErasureView = z.infer<typeof erasureSchema>;

const articleSchema = z.strictObject({
  title: z.string().max(120),
  titleEn: z.string().max(160),
  text: z.string().max(2000),
});

/** Retention that a data file suggests for an entity, and the reason. */
const suggestionSchema = z.strictObject({
  entity: enumOf(RETENTION_ENTITIES),
  months: z.number().int().min(1).max(MAX_KEPT_MONTHS),
  ground: z.string().max(200),
  groundEn: z.string().max(300),
});
/** A suggestion of a data file. */
export type RetentionSuggestion = z.infer<typeof suggestionSchema>;
const suggestionsSchema = z.array(suggestionSchema).max(RETENTION_ENTITIES.length);

const retentionViewSchema = z.strictObject({
  rules: z.strictObject({
    ...retentionRulesSchema.shape,
    /** Null while nobody has confirmed them: nobody is restricted and nobody is due by them. */
    chosen: z
      .strictObject({
        at: timeSchema,
        by: nameSchema,
        words: z.string().max(200),
        /** Edition of the suggestions that were in force when they were confirmed. */
        edition: z.strictObject({ source: sourceSchema, suggested: suggestionsSchema }),
      })
      .nullable(),
    /** By the data file as it is now; an entity that it leaves out has none. */
    suggested: suggestionsSchema,
    /** Null where that file cannot be read. */
    source: sourceSchema.nullable(),
    /** Names of data files that cannot be read: what rests on them is left out. */
    unreadable: z.array(z.string().max(80)).max(2),
    articles: z.array(articleSchema).max(10),
    articlesSource: sourceSchema.nullable(),
  }),
  /** `MAX_COUNTED` + 1 for more than that. */
  due: boundedCount,
  restricted: boundedCount,
  /** Who was deleted and is back by a restore, those who are held among them. */
  returned: boundedCount,
  /** Deletions may have been made that this store does not know: certificates are to be gone through. Null where nothing is left to be found out. */
  gap: z
    .strictObject({
      why: enumOf(GAP_CAUSES),
      at: timeSchema,
      /** Entries of the log that are missing, deletions perhaps among them; null where nobody can say. */
      lost: z.number().int().nonnegative().nullable(),
    })
    .nullable(),
  records: z.array(z.strictObject({ entity: enumOf(RECORD_ENTITIES), count: boundedCount })),
  holds: z.array(holdSchema).max(MAX_HOLDS_LISTED),
  erasures: z.array(erasureSchema).max(MAX_ERASURES_LISTED),
  backups: z.strictObject({
    folder: z.boolean(),
    /** There is one from after the newest deletion, so that older ones can be destroyed. */
    hasNewer: z.boolean(),
  }),
});
/** How it stands with retention. */
export type RetentionView = z.infer<typeof retentionViewSchema>;

const cursorSchema = z.strictObject({
  of: z.enum(['rooms', 'contacts', 'returned']),
  key: z.string().max(20),
  id: countSchema,
});
/** Where a list goes on. */
export type RetentionCursor = z.infer<typeof cursorSchema>;

const personSchema = z.strictObject({
  personId: personIdSchema,
  nameMask: maskSchema,
  entity: enumOf(PEOPLE_ENTITIES),
  relation: enumOf(RELATIONS).nullable(),
  room: z.string().max(120),
  /** When their purpose was over; of somebody who is back, when they were deleted. */
  endedOn: dateSchema,
  dueOn: dateSchema,
  held: z.boolean(),
  /** Entered from a certificate, which can be taken back. */
  recalled: z.boolean(),
});
/** Somebody whose purpose is over. */
export type RetentionPerson = z.infer<typeof personSchema>;

const changes = { changes: ['retention'] } as const;
const both = { pin: pinSchema, other: proofSchema } as const;
const change = routesOf(OVERSIGHT, retentionViewSchema, changes.changes);

/** Access, request schema and reply schema of each route. */
export const retentionRoutes = {
  'retention.read': route(OVERSIGHT, nothing, retentionViewSchema, { ...MASKED, inInspection: true }),
  /** For the bell. */
  'retention.due': route(
    OVERSIGHT,
    nothing,
    z.strictObject({
      people: boundedCount,
      /** 0 or 1: whether any are due. */
      records: boundedCount,
      unchecked: z.number().int().nonnegative(),
      /** Back by a restore and not held. */
      returned: boundedCount,
      /** As in `retention.read`: certificates are to be gone through. */
      gap: z.boolean(),
    }),
    { ...NO_RESIDENT, inInspection: true },
  ),
  'retention.list': route(
    OVERSIGHT,
    z.strictObject({ of: enumOf(RETENTION_LISTS), after: cursorSchema.nullable() }),
    z.strictObject({ people: z.array(personSchema).max(PEOPLE_A_PAGE), next: cursorSchema.nullable() }),
    { ...MASKED, inInspection: true },
  ),
  'retention.setRules': route(
    ['admin'],
    z.strictObject({ rules: retentionRulesSchema, words: wordsSchema, pin: pinSchema }),
    retentionViewSchema,
    { enters: ['retention-rules'], shows: 'masks', proof: 'own', ...changes },
  ),
  'retention.hold': change(
    {
      personId: personIdSchema,
      kind: enumOf(HOLD_KINDS),
      words: wordsSchema,
      until: dateSchema.nullable(),
      pin: pinSchema,
    },
    { enters: ['hold'], shows: 'record', proof: 'own' },
  ),
  'retention.endHold': change(
    { holdId: holdIdSchema, words: wordsSchema, pin: pinSchema },
    { enters: ['hold-end'], shows: 'masks', proof: 'own' },
  ),
  /** Opens somebody whose purpose is over for a quarter of an hour. */
  'retention.open': route(
    ['supervisor'],
    z.strictObject({ personId: personIdSchema, words: wordsSchema, pin: pinSchema }),
    z.strictObject({ until: timeSchema }),
    { enters: ['restricted-open'], shows: 'nothing', proof: 'own' },
  ),
  /** Those who are named, or all who are due or back by a restore, up to `MAX_ERASED_AT_ONCE`. A supervisor and an admin agree. */
  'retention.erase': route(
    OVERSIGHT,
    z.strictObject({
      people: z.union([z.literal('due'), z.literal('returned'), z.array(personIdSchema).min(1).max(200)]),
      words: wordsSchema,
      ...both,
    }),
    z.strictObject({
      view: retentionViewSchema,
      erasureId: erasureIdSchema,
      people: z.number().int().max(MAX_ERASED_AT_ONCE),
      held: z.number().int(),
    }),
    { enters: ['erase', 'erase-check'], shows: 'record', proof: 'both', ...changes },
  ),
  /** Numbers of people on certificates, who are restricted at once where they are on record. `isAll`: there are no other certificates. */
  'retention.recall': route(
    OVERSIGHT,
    z
      .strictObject({
        people: z.array(personIdSchema).max(MAX_RECALLED_AT_ONCE),
        isAll: z.boolean(),
        words: wordsSchema,
        pin: pinSchema,
      })
      .refine(({ people, isAll }) => people.length > 0 || isAll),
    z.strictObject({ view: retentionViewSchema, there: z.number().int().nonnegative() }),
    { enters: ['recall', 'erasures-known'], shows: 'record', proof: 'own', ...changes },
  ),
  /** For a number that was entered wrongly. A supervisor and an admin agree. */
  'retention.endRecall': change(
    { personId: personIdSchema, words: wordsSchema, ...both },
    { enters: ['recall-end'], shows: 'record', proof: 'both' },
  ),
  'retention.eraseRecords': route(
    OVERSIGHT,
    z.strictObject({ entity: enumOf(RECORD_ENTITIES), words: wordsSchema, ...both }),
    z.strictObject({ view: retentionViewSchema, count: z.number().int() }),
    { enters: ['retention-records'], shows: 'masks', proof: 'both', ...changes },
  ),
  /** ID numbers of whoever may not have theirs kept, of any number of people. A supervisor and an admin agree. */
  'retention.eraseIds': route(
    OVERSIGHT,
    z.strictObject({ words: wordsSchema, ...both }),
    z.strictObject({
      erasureId: erasureIdSchema,
      people: countSchema,
      texts: countSchema,
      held: countSchema,
    }),
    {
      enters: ['id-removal', 'attachment-remove', 'erase-check'],
      ...BY_BOTH_PINS,
      changes: ['retention', 'idNumbers'],
    },
  ),
  'retention.cancel': route(OVERSIGHT, nothing, nothing, PREPARATION),
  /** Has every page written anew and looks at the WAL, where the program ended before it was done. */
  'retention.check': change(
    { erasureId: erasureIdSchema },
    { enters: ['erase-check'], shows: 'masks', proof: 'none' },
  ),
  /** Backups from before the newest deletion, once there is a newer one. */
  'retention.destroyBackups': route(
    OVERSIGHT,
    z.strictObject({ words: wordsSchema, ...both }),
    z.strictObject({ view: retentionViewSchema, count: z.number().int() }),
    { enters: ['backups-destroy'], shows: 'masks', proof: 'both', ...changes },
  ),
  /** To a picked PDF, or without one to the printer. */
  'retention.certificate': route(
    OVERSIGHT,
    z.strictObject({ erasureId: erasureIdSchema, fileId: fileIdSchema.optional() }),
    z.strictObject({ pages: z.number().int().positive() }),
    { enters: ['certificate'], shows: 'nothing', proof: 'none', sends: 'nobody' },
  ),
};
