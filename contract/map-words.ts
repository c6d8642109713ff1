/** Changes the free words of a value by the type of each part, so that no list names them: whatever a schema gives no form may be what somebody typed. */
import { z } from 'zod';
import { definitionOf, partsOf } from './find-marked.ts';
import { markOf } from './marks.ts';

type Schema = z.core.$ZodType;
type Change = (words: string) => string;

/**
 * A copy of a value that the schema has accepted, with every text changed but masks and those of a form: of a list of words, a pattern or a length.
 * Without a schema every text is changed, as are the parts of which the schema says nothing.
 */
export function mapWords(schema: Schema | undefined, value: unknown, change: Change): unknown {
  if (typeof value === 'string')
    return schema !== undefined && hasForm(schema, value) ? value : change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((one, at) => mapWords(partAt(schema, value, at), one, change)) as unknown;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapWords(partAt(schema, value, name), one, change)]),
  );
}

/** The schema of a part of a value; undefined where nothing is said of it. */
function partAt(schema: Schema | undefined, value: object, at: string | number): Schema | undefined {
  if (schema === undefined) return undefined;
  const { type, ...def } = definitionOf(schema);
  switch (type) {
    case 'object':
      return (def['shape'] as Readonly<Record<string, Schema>>)[at];
    case 'tuple':
      return (def['items'] as readonly Schema[])[at as number];
    case 'array':
    case 'record':
      return partsOf(schema)[0];
    case 'union':
      return partAt(optionOf(schema, value), value, at);
    default:
      return partAt(partsOf(schema)[0], value, at);
  }
}

/** The last option of a union that was asked for a value: each of its parts asks again. */
const lastOption = new WeakMap<object, { readonly union: Schema; readonly option: Schema | undefined }>();

/** By the word that tells the options apart, where there is one. */
function optionOf(union: Schema, value: object): Schema | undefined {
  const last = lastOption.get(value);
  if (last?.union === union) return last.option;
  const { discriminator } = definitionOf(union);
  const word =
    typeof discriminator === 'string' ? (value as Readonly<Record<string, unknown>>)[discriminator] : null;
  const option = partsOf(union).find((one) => {
    const words = typeof discriminator === 'string' ? one._zod.propValues?.[discriminator] : undefined;
    return words === undefined ? z.safeParse(one, value).success : words.has(word as string);
  });
  lastOption.set(value, { union, option });
  return option;
}

const FORMS: ReadonlySet<unknown> = new Set(['string_format', 'length_equals']);
/** What no form may let through that is to keep somebody's number out. */
const NUMBER = '13800000000';

const formed = new WeakMap<Schema, boolean>();

/** Whether a schema of texts says more of them than how long they are, and is none that a number fits. */
function isFormed(schema: Schema): boolean {
  const known = formed.get(schema);
  if (known !== undefined) return known;
  const { format, checks = [] } = definitionOf(schema) as {
    readonly format?: string;
    readonly checks?: readonly z.core.$ZodCheck[];
  };
  const hasOne = format !== undefined || checks.some(({ _zod }) => FORMS.has(_zod.def.check));
  const isOne = hasOne && !z.safeParse(schema, NUMBER).success;
  formed.set(schema, isOne);
  return isOne;
}

/** Whether a text is one of a list of words, a mask, or of a form. */
function hasForm(schema: Schema, text: string): boolean {
  if (markOf(schema) === 'mask') return true;
  const { type } = definitionOf(schema);
  if (type === 'enum' || type === 'literal') return true;
  if (type === 'string') return isFormed(schema);
  return partsOf(schema).some((one) => hasForm(one, text) && z.safeParse(one, text).success);
}
