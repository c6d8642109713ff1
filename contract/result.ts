/** Results of requests: what crosses a process boundary is a Result, never a thrown error. */
import type { ErrorCode, ErrorDetails } from './errors.ts';

/** Why a request failed; the wording is made from code and details. */
export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** The outcome of a request. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** A successful Result with its value. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failed Result; `details` are parameters for the wording. */
export const fail = (code: ErrorCode, details: ErrorDetails = {}): Result<never> => ({
  ok: false,
  error: { code, details },
});

/** Closes a union: a missing case is a compile error. Throws when called. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case of type ${typeof value}`);
}
