/** The routes of search. */
import { z } from 'zod';
import { DESK, EVERYONE, route } from '../route.ts';
import type { Route } from '../route.ts';
import { nothing, pinSchema, proofSchema } from '../schemas.ts';
import { SEARCH_KINDS } from './lists.ts';
import type { SEARCH_ROUTES } from './names.ts';
import { LONGEST_PATTERN, MOST_PATTERNS } from './room-patterns.ts';
import { maskedPersonRowSchema, patternTrialSchema, searchReplySchema } from './views.ts';

/** In the order in which they are tried. Longer than a pattern may be, so that the vault can say so. */
export const patternsSchema = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(2 * LONGEST_PATTERN),
  )
  .max(MOST_PATTERNS);

export const searchRoutes = {
  /** `only` asks for more of one kind of match. */
  'people.search': route(
    EVERYONE,
    z.strictObject({ text: z.string().max(100), only: z.enum(SEARCH_KINDS).optional() }),
    searchReplySchema,
    { showsMasksAlone: true },
  ),
  /** The next fifty of the search that was made last, of its one kind. */
  'people.searchNext': route(
    EVERYONE,
    z.strictObject({ next: z.number().int().positive() }),
    searchReplySchema,
    { showsMasksAlone: true },
  ),
  /** Whose whole ID number it is; a supervisor's PIN lets the number be compared. */
  'people.findById': route(
    DESK,
    z.strictObject({ idNumber: z.string().trim().min(15).max(40), supervisor: proofSchema }),
    z.strictObject({ rows: z.array(maskedPersonRowSchema).max(50) }),
  ),
  'rooms.patterns': route(['admin'], nothing, z.strictObject({ patterns: patternsSchema })),
  /** What would come of the patterns: of the examples, and of the rooms that there are. Nothing is written. */
  'rooms.tryPatterns': route(
    ['admin'],
    z.strictObject({ patterns: patternsSchema, examples: z.array(z.string().trim().min(1).max(60)).max(12) }),
    patternTrialSchema,
  ),
  'rooms.savePatterns': route(
    ['admin'],
    z.strictObject({ patterns: patternsSchema, pin: pinSchema }),
    z.strictObject({
      moved: z.number().int().nonnegative(),
      /** Rooms that would have become another room that there is, and stay what they were. */
      kept: z.number().int().nonnegative(),
    }),
  ),
} as const satisfies Record<(typeof SEARCH_ROUTES)[number], Route>;
