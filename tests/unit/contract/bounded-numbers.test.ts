/** No number from outside and none that is signed without a range: what nobody bounds is an order to whoever reads it. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACTIONS } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import type { Route } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';

/** Where in a schema a number may be of any size. */
function unbounded(schema: unknown, at: string, seen: ReadonlySet<unknown> = new Set()): readonly string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    const isBounded = [minValue, maxValue].every(
      (end) => end !== null && Math.abs(end) < Number.MAX_SAFE_INTEGER,
    );
    return isBounded ? [] : [at];
  }
  const within = new Set(seen).add(schema);
  if (schema instanceof z.ZodType)
    return schema instanceof z.ZodObject
      ? Object.entries(schema.shape).flatMap(([name, one]) => unbounded(one, `${at}.${name}`, within))
      : Object.values(schema._zod.def).flatMap((part) => unbounded(part, at, within));
  return Array.isArray(schema) ? schema.flatMap((one) => unbounded(one, at, within)) : [];
}

describe('a number', () => {
  it('of a log entry has a range', () => {
    const found = Object.entries<ActionFacts>(ACTIONS).flatMap(([name, { detail }]) =>
      unbounded(detail, name),
    );
    expect([...new Set(found)].join(' ')).toBe('');
  });

  it('of a request has a range', () => {
    const found = Object.entries<Route>(ROUTES).flatMap(([name, { request }]) => unbounded(request, name));
    expect([...new Set(found)].join(' ')).toBe('');
  });

  it('without one would be found, however deep', () => {
    const deep = z.strictObject({
      a: z.array(z.union([z.null(), z.strictObject({ b: z.number().int().positive() })])),
    });
    expect(unbounded(deep, 'x')).toEqual(['x.a.b']);
    expect(unbounded(z.tuple([z.number().int().min(0).max(5)]), 'x')).toEqual([]);
  });
});
