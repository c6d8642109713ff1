/** The only error that the vault throws on purpose: a code and numbers for the wording, never a key, a PIN or a value. */
import type { ErrorCode, ErrorDetails } from '../../contract/errors.ts';

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
