/** What crosses a process boundary is a Result, never a thrown error. */
import type { ErrorCode, ErrorDetails } from './errors.ts';

export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ErrorCode, details: ErrorDetails = {}): Result<never> => ({
  ok: false,
  error: { code, details },
});

/** Closes a union: a case that was forgotten is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case of type ${typeof value}`);
}
