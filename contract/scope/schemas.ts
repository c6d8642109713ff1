/** Schemas of scopes, shared by routes, the roster and what the log says of them. */
import { z } from 'zod';
import { type Area, MAX_AREAS, type Scope } from './lists.ts';

/** As long as a room's text may be. */
const partSchema = z.string().max(60);

/** An area: a unit takes a building. */
export const areaSchema: z.ZodType<Area> = z
  .strictObject({ estate: partSchema, building: partSchema.nullable(), unit: partSchema.nullable() })
  .refine(({ building, unit }) => building !== null || unit === null);

/** A scope; empty is everything. */
export const scopeSchema: z.ZodType<Scope> = z.array(areaSchema).max(MAX_AREAS);
