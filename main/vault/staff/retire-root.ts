/** A root gives up its power before whoever holds it leaves or becomes something else: another root signs that. */
import { AppError } from '../app-error.ts';
import { RECOVERY, type RosterEntry, type Signer, type SignerId, makeRosterEntry } from '../keys/roster.ts';
import type { Session } from '../session/session.ts';

/** Nothing for somebody who holds no root. Errors, AppError: `needs-root` where none of `signers` holds another one. */
export function retireRoot(
  { keys, roster, clock }: Session,
  holder: SignerId,
  signers: readonly Signer[],
): readonly RosterEntry[] {
  const root = roster.rootOf(holder);
  if (root === null || root === RECOVERY) return [];
  const another = signers.find(({ id }) => id !== holder && roster.rootOf(id) !== null);
  if (another === undefined) throw new AppError('needs-root');
  return [
    makeRosterEntry(keys.vaultId, roster.head, { kind: 'retire-root', at: clock.now(), root }, [another]),
  ];
}
