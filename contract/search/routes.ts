/** The search routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { numberSchema } from '../numbers.ts';
import { DESK, EVERYONE, NO_RESIDENT, PREPARATION, route } from '../route.ts';
import { nothing, pinSchema, proofSchema } from '../schemas.ts';
import { SEARCH_KINDS } from './lists.ts';
import { LONGEST_PATTERN, MAX_PATTERNS } from './room-patterns.ts';
import { maskedPersonRowSchema, patternTrialSchema, searchReplySchema } from './views.ts';

/**
 * Patterns in the order in which they are tried. The limit is twice that of a pattern, so that the vault can
 * report `too-long`.
 */
const patternsSchema = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(2 * LONGEST_PATTERN),
  )
  .max(MAX_PATTERNS);

/** Access, request schema and reply schema of each search route. */
export const searchRoutes = {
  /** Searches all kinds of match; with `only`, that kind alone and more of it. */
  'people.search': route(
    EVERYONE,
    z.strictObject({ text: z.string().max(100), only: z.enum(SEARCH_KINDS).optional() }),
    searchReplySchema,
    { enters: 'logged-later', shows: 'masks', proof: 'none', scope: 'filtered', maskedReadOnly: true },
  ),
  /** The next 50 matches of the last search of one kind. */
  'people.searchNext': route(EVERYONE, z.strictObject({ next: numberSchema }), searchReplySchema, {
    enters: 'logged-later',
    shows: 'masks',
    proof: 'none',
    scope: 'filtered',
    maskedReadOnly: true,
  }),
  /** Finds people by a whole ID number; needs a supervisor's PIN to compare it. */
  'people.findById': route(
    DESK,
    z.strictObject({ idNumber: z.string().trim().min(15).max(40), supervisor: proofSchema }),
    z.strictObject({ rows: z.array(maskedPersonRowSchema).max(50) }),
    { enters: ['search-id'], shows: 'masks', proof: 'second', scope: 'filtered' },
  ),
  'rooms.patterns': route(['admin'], nothing, z.strictObject({ patterns: patternsSchema }), NO_RESIDENT),
  /** Shows what the patterns would do to the examples and to the existing rooms. Nothing is written. */
  'rooms.tryPatterns': route(
    ['admin'],
    z.strictObject({ patterns: patternsSchema, examples: z.array(z.string().trim().min(1).max(60)).max(12) }),
    patternTrialSchema,
    PREPARATION,
  ),
  'rooms.savePatterns': route(
    ['admin'],
    z.strictObject({ patterns: patternsSchema, pin: pinSchema }),
    z.strictObject({
      moved: z.number().int().nonnegative(),
      /** Rooms left as they are because their new label belongs to another room. */
      kept: z.number().int().nonnegative(),
    }),
    { enters: ['room-patterns'], shows: 'nothing', proof: 'own' },
  ),
};
