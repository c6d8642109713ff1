/** Requests that a schema accepts, made from the schema: for tests that ask every route of a kind. */
import type { z } from 'zod';
import { marksIn } from '../../contract/find-marked.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { markOf } from '../../contract/marks.ts';
import { PINS } from './pins.ts';

/** Stands wherever a request takes words. */
const WORDED_ROOM = '5栋1单元0902';

/** Marks of what leads to somebody: the number of a person or a room, and a room in words. */
const NAMING_MARKS: ReadonlySet<string> = new Set(['person>people', 'room>rooms', 'room-text']);
export type NamingMark = 'person>people' | 'room>rooms' | 'room-text';
/** Whether a value of the schema can name a person or a room. */
export const namesAnybody = (schema: z.ZodType): boolean =>
  [...marksIn(schema)].some((mark) => NAMING_MARKS.has(mark));

interface Parts {
  /** What stands where somebody is named; asked once for each place. */
  readonly named: (mark: NamingMark) => PersonId | RoomId | string;
  /** Of whoever agrees. */
  readonly proof: object;
  /** Whose PIN it is that asks. */
  readonly pin?: string;
  /** Which of a union's options is asked for, of those that name somebody. */
  readonly option: number;
  /** What a route is asked for in words; a room where it is left out. */
  readonly text?: string;
  /** Which value of each list is chosen; the first where it is left out. */
  readonly choice?: number;
  /** Nothing is left out that is optional. */
  readonly isWhole?: boolean;
}
/** At least as many as the options of any union that name somebody. */
export const OPTIONS = [0, 1, 2, 3, 4, 5] as const;

/** A request that a schema accepts, with what is given wherever it names somebody; what is optional is left out, but where nothing goes without. */
export function requestFor(schema: z.ZodType, parts: Parts, name = ''): unknown {
  const least = make(schema, parts, name);
  const isRefused = !schema.safeParse(least).success;
  return isRefused && parts.isWhole !== true ? make(schema, { ...parts, isWhole: true }, name) : least;
}

function make(schema: z.ZodType, parts: Parts, name: string): unknown {
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>> & { readonly type: string };
  const mark = markOf(schema);
  if (mark !== null && NAMING_MARKS.has(mark)) return parts.named(mark as NamingMark);
  if (mark === 'second-pin') return parts.proof;
  const inner = (key: string): z.ZodType => def[key] as z.ZodType;
  switch (def.type) {
    case 'object': {
      return Object.fromEntries(
        Object.entries(def['shape'] as Record<string, z.ZodType>).flatMap(([key, one]) => {
          const value = requestFor(one, parts, key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    }
    case 'union': {
      const options = def['options'] as readonly z.ZodType[];
      const naming = options.filter(namesAnybody);
      return requestFor(naming[parts.option % naming.length] ?? options[0]!, parts, name);
    }
    case 'optional':
      return name === 'proof' || parts.isWhole === true || namesAnybody(schema)
        ? requestFor(inner('innerType'), parts, name)
        : undefined;
    case 'nullable':
      return namesAnybody(schema) ? requestFor(inner('innerType'), parts, name) : null;
    case 'default':
    case 'readonly':
      return requestFor(inner('innerType'), parts, name);
    case 'pipe':
      return requestFor(inner('in'), parts, name);
    case 'array': {
      const one = [requestFor(inner('element'), parts, name)];
      return schema.safeParse([]).success && !namesAnybody(schema) ? [] : one;
    }
    case 'number':
      return name === 'ordinal' ? 0 : 1;
    case 'boolean':
      return false;
    case 'enum': {
      const values = Object.values(def['entries'] as object);
      return values[(parts.choice ?? 0) % values.length];
    }
    case 'literal':
      return (def['values'] as readonly unknown[])[0];
    case 'string':
      return name === 'pin'
        ? (parts.pin ?? PINS.receptionist)
        : wordFor(schema, name === 'text' ? parts.text : undefined);
    case 'record':
      return recordOf(inner('keyType'), () => requestFor(inner('valueType'), parts));
    default:
      throw new Error(`${name}: nothing is made for ${def.type}`);
  }
}

/** With each key of a list of keys, and nothing where any word is one. */
function recordOf(key: z.ZodType, valueOf: () => unknown): object {
  const { entries = {} } = key._zod.def as unknown as { readonly entries?: object };
  return Object.fromEntries(Object.values(entries).map((one: string) => [one, valueOf()]));
}

/** The first that the schema accepts; a room comes before any other words. */
function wordFor(schema: z.ZodType, text = WORDED_ROOM): string {
  const made = [
    text,
    'a few words',
    '2026-01-05',
    '2026-01',
    'a'.repeat(16),
    'a'.repeat(32),
    'a'.repeat(64),
    '张明亮',
    '1',
    '1.0.0',
  ];
  return made.find((word) => schema.safeParse(word).success)!;
}

/** A phone number among the words, where words fit. */
const WORDED = ['电话 13800000000', '13800000000'];

/** Most that a list has to have. */
const MOST = 24;

/** Lists that have each word of an element's part once. */
function eachOf(element: z.ZodType, one: unknown): readonly (readonly unknown[])[] {
  const { shape = {} } = element._zod.def as unknown as {
    readonly shape?: Readonly<Record<string, z.ZodType>>;
  };
  return Object.entries(shape).flatMap(([key, part]) => {
    const { entries } = part._zod.def as unknown as { readonly entries?: object };
    return entries === undefined
      ? []
      : [Object.values(entries).map((value: unknown) => ({ ...(one as object), [key]: value }))];
  });
}

/** A reply that a schema accepts, with a phone number in each text that has no form; `option`: which of each union's options it is, where there are so many. */
export function replyOf(schema: z.ZodType, option: number): unknown {
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>> & { readonly type: string };
  const inner = (key: string): z.ZodType => def[key] as z.ZodType;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def['shape'] as Record<string, z.ZodType>).map(([key, one]) => [
          key,
          replyOf(one, option),
        ]),
      );
    case 'union': {
      const options = def['options'] as readonly z.ZodType[];
      return replyOf(options[option % options.length]!, option);
    }
    case 'array': {
      const one = replyOf(inner('element'), option);
      const many = Array.from({ length: MOST }, (_, at) => Array.from({ length: at + 1 }, () => one));
      return [...many, ...eachOf(inner('element'), one), []].find((some) => schema.safeParse(some).success);
    }
    case 'tuple':
      return (def['items'] as readonly z.ZodType[]).map((one) => replyOf(one, option));
    case 'record':
      return recordOf(inner('keyType'), () => replyOf(inner('valueType'), option));
    case 'optional':
    case 'nullable':
    case 'readonly':
    case 'default':
      return replyOf(inner('innerType'), option);
    case 'pipe':
      return replyOf(inner('out'), option);
    case 'number':
      return [1, 0, 12, 80].find((one) => schema.safeParse(one).success);
    case 'boolean':
      return false;
    case 'enum':
      return Object.values(def['entries'] as object)[0];
    case 'literal':
      return (def['values'] as readonly unknown[])[0];
    case 'string':
      return [
        ...(markOf(schema) === 'mask' ? [] : WORDED),
        '2026-01-05',
        '2026-01',
        'a',
        'a'.repeat(16),
        'a'.repeat(32),
        'a'.repeat(64),
        'A'.repeat(12),
        '1',
        '1.0.0',
      ].find((word) => schema.safeParse(word).success);
    default:
      throw new Error(`nothing is made for ${def.type}`);
  }
}
