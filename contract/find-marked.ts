/** Finds in a value whatever its schema has marked: the vault asks it for every id that a request names, at any depth. */
import { z } from 'zod';
import { markOf } from './marks.ts';

/** A part of a value, with the mark that its schema has. */
export interface MarkedPart {
  readonly mark: string;
  readonly value: unknown;
}

type Schema = z.core.$ZodType;
type Definition = Readonly<Record<string, unknown>> & { readonly type: string };

/** What a schema is made from, as zod has it. */
export const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/** The schemas that a schema is made of, at the next depth. */
export function partsOf(schema: Schema): readonly Schema[] {
  const { type, ...def } = definitionOf(schema);
  switch (type) {
    case 'object':
      return Object.values(def['shape'] as Readonly<Record<string, Schema>>);
    case 'array':
      return [def['element'] as Schema];
    case 'tuple':
      return def['items'] as readonly Schema[];
    case 'record':
      return [def['valueType'] as Schema];
    case 'union':
      return def['options'] as readonly Schema[];
    case 'pipe':
      return [def['out'] as Schema];
    default:
      return 'innerType' in def ? [def['innerType'] as Schema] : [];
  }
}

const known = new WeakMap<Schema, ReadonlySet<string>>();

/** Every mark that a value of this schema can have in it. */
export function marksIn(schema: Schema): ReadonlySet<string> {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const own = markOf(schema);
  const marks = new Set(own === null ? [] : [own]);
  known.set(schema, marks);
  for (const part of partsOf(schema)) for (const mark of marksIn(part)) marks.add(mark);
  return marks;
}

/** Every marked part of a value that the schema has accepted. Whatever no option of a union accepts is looked at by all of them. */
export function findMarked(schema: Schema, value: unknown): readonly MarkedPart[] {
  if (value === null || value === undefined || marksIn(schema).size === 0) return [];
  const own = markOf(schema);
  const parts = findInParts(schema, value);
  return own === null ? parts : [{ mark: own, value }, ...parts];
}

function findInParts(schema: Schema, value: unknown): readonly MarkedPart[] {
  const { type, ...def } = definitionOf(schema);
  switch (type) {
    case 'object':
      return Object.entries(def['shape'] as Readonly<Record<string, Schema>>).flatMap(([key, part]) =>
        findMarked(part, (value as Readonly<Record<string, unknown>>)[key]),
      );
    case 'array':
      return (value as readonly unknown[]).flatMap((one) => findMarked(def['element'] as Schema, one));
    case 'tuple':
      return (def['items'] as readonly Schema[]).flatMap((part, at) =>
        findMarked(part, (value as readonly unknown[])[at]),
      );
    case 'record':
      return Object.values(value as object).flatMap((one) => findMarked(def['valueType'] as Schema, one));
    case 'union': {
      const options = partsOf(schema);
      const accepting = options.filter((option) => z.safeParse(option, value).success);
      return (accepting.length === 0 ? options : accepting).flatMap((option) => findMarked(option, value));
    }
    default:
      return partsOf(schema).flatMap((part) => findMarked(part, value));
  }
}
