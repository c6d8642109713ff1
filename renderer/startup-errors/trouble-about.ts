/** Subject of a refusal, for the line above its heading. Pure. */
import type { ErrorCode } from '../../contract/errors.ts';

export function troubleAbout(problem: ErrorCode): 'keychain' | 'files' | 'computer' {
  if (problem.startsWith('keychain-')) return 'keychain';
  if (problem.startsWith('header-') || problem.startsWith('store-')) return 'files';
  return 'computer';
}
