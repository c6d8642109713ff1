/** The log routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { OVERSIGHT, route } from '../route.ts';
import type { Routes } from '../route.ts';
import { nothing } from '../schemas.ts';
import { logCheckSchema } from './check.ts';
import { logEntryViewSchema } from './entries.ts';

/**
 * Access, request schema and reply schema of each log route. `log.list` returns entries newest first, before
 * the number `before` where given.
 */
export const logRoutes = {
  'log.list': route(
    OVERSIGHT,
    z.strictObject({
      before: z.number().int().positive().nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({ entries: z.array(logEntryViewSchema).max(200), more: z.boolean() }),
    { showsMasksAlone: true },
  ),
  'log.verify': route(OVERSIGHT, nothing, logCheckSchema),
} as const satisfies Routes;
