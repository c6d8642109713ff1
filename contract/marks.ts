/**
 * Marks of the parts of a request or a reply, for whoever guards it: an id, a PIN, a mask, a record. Types carry them, so that a route that states its
 * facts wrongly does not compile; schemas carry them, so that the vault finds every id in a request by itself.
 */
import { z } from 'zod';

declare const MARK: unique symbol;

/** A value with a mark; whatever has none may stand for it. */
export type Marked<T, M extends string> = T & { readonly [MARK]?: M };

/** A schema of such values. */
export type MarkedSchema<S extends z.ZodType, M extends string> = z.ZodType<
  Marked<z.output<S>, M>,
  z.input<S>
>;

const marks = z.registry<{ readonly mark: string }>();

/** The schema with a mark of its own, which neither `schema` nor another copy of it has. */
export function marked<S extends z.ZodType, const M extends string>(schema: S, mark: M): MarkedSchema<S, M> {
  const copy = schema.clone();
  marks.add(copy, { mark });
  return copy as unknown as MarkedSchema<S, M>;
}

/** The mark that a schema itself has, or null. */
export const markOf = (schema: z.core.$ZodType): string | null =>
  marks.get(schema as z.ZodType)?.mark ?? null;

type Plain = string | number | boolean | bigint | null | undefined;
type OwnMark<T> = typeof MARK extends keyof T ? Extract<T[typeof MARK], string> : never;

/** An id has a kind (`idOf` of ids.ts), so that it is known whom it leads to; a number called one has none. */
type Undeclared<K, V> = K extends `${string}Id`
  ? Exclude<V, null | undefined> extends infer N extends number
    ? OwnMark<N> extends never
      ? [N] extends [never]
        ? never
        : 'undeclared-id'
      : never
    : never
  : never;

/** Every mark of a type and of what it is made of, at any depth. */
export type MarksOf<T> = T extends unknown
  ? T extends Plain
    ? OwnMark<T>
    : OwnMark<T> | (T extends readonly (infer E)[] ? MarksOf<E> : MarksOfParts<T>)
  : never;
type MarksOfParts<T> = { [K in keyof T & string]: Undeclared<K, T[K]> | MarksOf<T[K]> }[keyof T & string];
