/** Options for a vault without anybody's PIN, by why nobody can sign in. */
import type { ErrorCode } from '../../../contract/errors.ts';
import type { KeychainReading } from '../../../contract/host.ts';
import type { RecoveryLook } from '../../../contract/recovery/views.ts';
import { readPreviousHeader } from './previous-header.ts';
import { readUnprovedHeader } from './unproved-header.ts';

/** A keychain that holds nothing of this vault, or a header that says nothing, the sheet makes up for; a keychain that cannot be written to it does not. */
const RECOVERABLE: ReadonlySet<ErrorCode> = new Set([
  'keychain-item-missing',
  'keychain-other-user',
  'wrong-computer',
  'header-damaged',
  'header-missing',
  'header-forged',
]);
const MENDED_BY_PREVIOUS: ReadonlySet<ErrorCode> = new Set([
  'header-damaged',
  'header-missing',
  'header-forged',
]);

/** Null: somebody could sign in, if they had their PIN. */
export const isRecoverable = (problem: ErrorCode | null): boolean =>
  problem === null || RECOVERABLE.has(problem);

export const isMendedByPrevious = (problem: ErrorCode | null): boolean =>
  problem !== null && MENDED_BY_PREVIOUS.has(problem);

export async function findRecoveryOptions(
  vaultDir: string,
  keychain: KeychainReading,
  problem: ErrorCode | null,
): Promise<RecoveryLook> {
  const bySheet =
    isRecoverable(problem) &&
    (await readUnprovedHeader(vaultDir).then(
      () => true,
      () => false,
    ));
  const previousHeader =
    keychain.state === 'found' &&
    isMendedByPrevious(problem) &&
    (await readPreviousHeader(vaultDir, keychain.items.deviceSecrets)) !== null;
  return { bySheet, previousHeader };
}
