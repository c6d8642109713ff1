/** The routes of ID numbers: what is decided, by whom, and who has one without a consent. */
import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { EVERYONE, NO_RESIDENT, OF_NOBODY, OVERSIGHT, route } from '../route.ts';
import { enumOf, maskSchema, nothing, pinSchema, timeSchema, wordsSchema } from '../schemas.ts';
import { ID_CHOICES, ID_ROWS_AT_ONCE } from './lists.ts';

const choiceSchema = enumOf(ID_CHOICES);

const viewSchema = z.strictObject({
  choice: choiceSchema.nullable(),
  /** Who has decided; null where nobody has. */
  chosen: z.strictObject({ at: timeSchema, by: z.string().max(60), words: z.string().max(200) }).nullable(),
  /** People who have an ID number on record, as it is or as it was before; companies left out. */
  holders: countSchema,
  /** Of these, whoever may not: without a consent, or everybody where none is kept. */
  without: countSchema,
  /** Of these, whoever is held: theirs stay until the hold ends. */
  held: countSchema,
  /** Their values, those of before among them, and merges that cannot be undone without them. */
  values: countSchema,
  merges: countSchema,
  /** Pictures and PDF among the attachments, which nothing reads: somebody has to look through them. */
  unread: countSchema,
  /** They were removed at least once: none is taken any more without a consent on record. */
  removed: z.boolean(),
  /** A restore has removed what its backup brought back, and words have not been looked through since. */
  wordsOpen: z.boolean(),
});
/** How it stands with ID numbers. */
export type IdNumbersView = z.infer<typeof viewSchema>;

const rowSchema = z.strictObject({
  personId: personIdSchema,
  nameMask: maskSchema,
  room: z.string().max(120),
});
/** Somebody whose ID number may not be kept. */
export type IdHolder = z.infer<typeof rowSchema>;

/** Access, request schema and reply schema of each route. */
export const idNumbersRoutes = {
  /** For whoever enters or imports one. */
  'idNumbers.rule': route(
    EVERYONE,
    nothing,
    z.strictObject({ choice: choiceSchema.nullable(), needsConsent: z.boolean() }),
    OF_NOBODY,
  ),
  'idNumbers.read': route(OVERSIGHT, nothing, viewSchema, { ...NO_RESIDENT, inInspection: true }),
  /** The next of the work list, after a person of it. */
  'idNumbers.without': route(
    OVERSIGHT,
    z.strictObject({ after: countSchema }),
    z.strictObject({ rows: z.array(rowSchema).max(ID_ROWS_AT_ONCE), next: countSchema.nullable() }),
    { enters: 'masks', shows: 'masks', proof: 'none', inInspection: true },
  ),
  'idNumbers.decide': route(
    ['admin'],
    z.strictObject({ choice: choiceSchema, words: wordsSchema, pin: pinSchema }),
    viewSchema,
    { enters: ['id-numbers'], shows: 'nothing', proof: 'own', changes: ['idNumbers'] },
  ),
};
