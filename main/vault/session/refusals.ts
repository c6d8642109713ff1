/**
 * Records refused requests: as a log entry at once, or as a count in the anchor where no entry can be
 * written.
 */
import type { LogDetail } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import { countLocked } from './locked-events.ts';
import { type Session, logAlone } from './session.ts';
import type { VaultState } from './vault-state.ts';

/** Whether an error says that the store's key is being rotated, during which it accepts no entries. */
export const isRotating = (error: unknown): boolean => error instanceof AppError && error.code === 'rotating';

/**
 * Records a refused request. `detail` names the route or the kind, never the payload. Errors: those of
 * AuditLog.record and Anchor.update.
 */
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
