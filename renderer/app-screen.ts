/** Which screen the window shows, by where the vault stands. Pure. */
import { assertNever } from '../contract/result.ts';
import type { AppState } from './app-store.ts';

/** `leaving` and `starting` are blank: this renderer is about to be killed, or has not yet heard from the vault. */
export type AppScreen =
  | 'leaving'
  | 'starting'
  | 'unreachable'
  | 'set-up'
  | 'recovery'
  | 'lock'
  | 'trouble'
  | 'alarm'
  | 'desk';

export function appScreenOf({
  status,
  unreachable,
  leaving,
  recovering,
  alarms,
}: Pick<AppState, 'status' | 'unreachable' | 'leaving' | 'recovering' | 'alarms'>): AppScreen {
  if (leaving) return 'leaving';
  if (unreachable !== null) return 'unreachable';
  if (status === null) return 'starting';
  switch (status.state) {
    case 'no-vault':
      return recovering ? 'recovery' : 'set-up';
    case 'locked':
      return recovering ? 'recovery' : 'lock';
    case 'refused':
      return recovering ? 'recovery' : 'trouble';
    case 'unlocked':
      return status.signedIn === null ? 'starting' : alarms.length > 0 ? 'alarm' : 'desk';
    default:
      return assertNever(status.state);
  }
}
