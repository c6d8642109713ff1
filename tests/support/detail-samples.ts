/** Details of every shape that the log's schemas take, made from the schemas themselves: a shape that is added is sampled without a word here. */
import { z } from 'zod';
import { ACTIONS, type LogAction, type LogDetail } from '../../contract/log/entries.ts';

/** Of each kind of text one; the first that a schema takes is its sample. */
const TEXTS = [
  '王芳',
  'people.search',
  'RV-20261109-010203',
  '0123456789abcdef',
  '01234567',
  'own-1',
  '2026-05-01',
  '5e'.repeat(32),
  '0a'.repeat(44),
  '2026-01-31',
  '1.0.0',
] as const;

/** Each member of every union, each word of every list, both truths, a number and none: not their product, but each of them at least once. */
export function samplesOf<A extends LogAction>(action: A): readonly LogDetail<A>[] {
  return sample(ACTIONS[action].detail) as readonly LogDetail<A>[];
}

function sample(schema: z.core.$ZodType): readonly unknown[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'null':
      return [null];
    case 'boolean':
      return [true, false];
    case 'literal':
      return def.values;
    case 'enum':
      return Object.values(def.entries);
    case 'number':
      return [0, 1, 23].filter((one) => z.safeParse(schema, one).success);
    case 'string':
      return TEXTS.filter((one) => z.safeParse(schema, one).success).slice(0, 1);
    case 'nullable':
      return [null, ...sample(def.innerType)];
    case 'optional':
      return [...sample(def.innerType), undefined];
    case 'readonly':
      return sample(def.innerType);
    case 'union':
      return def.options.flatMap(sample);
    case 'array':
      return [[], ...sample(def.element).map((one) => [one]), sample(def.element).slice(0, 2)].filter(
        (one) => z.safeParse(schema, one).success,
      );
    case 'tuple':
      return [def.items.map((item) => sample(item)[0])];
    case 'object':
      return sampleObjects(def.shape);
    default:
      throw new Error(`no sample of a ${def.type}: say here what one is`);
  }
}

/** The first of each member, then each member's others in turn. */
function sampleObjects(shape: Readonly<Record<string, z.core.$ZodType>>): readonly object[] {
  const members = Object.entries(shape).map(([name, schema]) => [name, sample(schema)] as const);
  const first = Object.fromEntries(members.map(([name, [one]]) => [name, one]));
  return [
    first,
    ...members.flatMap(([name, values]) => values.slice(1).map((value) => ({ ...first, [name]: value }))),
  ];
}
