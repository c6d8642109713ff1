/** The only error that the vault throws on purpose: a code and numbers for the wording, never a key, a PIN or a value. */
import type { ErrorCode, ErrorDetails } from '../../contract/errors.ts';

/** What is to be done at every desk or at none was not done now, or nobody knows yet whether it was; later it may be. */
export const NOT_NOW: readonly ErrorCode[] = [
  'desks-offline',
  'desks-busy',
  'desks-stopped',
  'changed-meanwhile',
  'outcome-unknown',
  'not-done',
];

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
