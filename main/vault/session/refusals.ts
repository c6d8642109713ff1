/** A request that was refused is an entry at once, or, where no entry can be made, a count that the next unlock enters. */
import type { LogDetail } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import { countLocked } from './locked-events.ts';
import type { Session } from './session.ts';
import { logAlone } from './session.ts';
import type { VaultState } from './vault-state.ts';

/** The store takes no entries while its key is changed. */
export const isRotating = (error: unknown): boolean => error instanceof AppError && error.code === 'rotating';

/** `detail` names the route or the kind, never what was asked. Errors: those of AuditLog.record and Anchor.update. */
export async function noteRefusal(
  state: VaultState,
  session: Session | null,
  clock: Clock,
  detail: LogDetail<'refused'>,
): Promise<void> {
  if (session !== null && session.alarms.length === 0 && !session.readOnly) {
    await logAlone(session, { action: 'refused', outcome: 'refused', detail }).catch((error: unknown) => {
      if (!isRotating(error)) throw error;
      return session.anchor.update((anchored) => countLocked(anchored, 'refusedRoutes', clock.now()));
    });
  } else if (state.kind === 'vault') {
    await state.anchor.update((anchored) => countLocked(anchored, 'refusedRoutes', clock.now()));
  }
}
