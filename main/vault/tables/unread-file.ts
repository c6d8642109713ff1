/** Why a file, or a part of it, was not read. */
import type { UnreadReason } from '../../../contract/sweep/lists.ts';

/** Ends the reading of a file; what was counted until then stays. */
export class UnreadFile extends Error {
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason) {
    super(reason);
    this.reason = reason;
  }
}
