/** How it stands with encryption and keys: stale where a rotation is due, by age or because somebody has left, or after a theft. */
import { dayOf } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { listDue } from './list-due.ts';
import { listKeyAges } from './list-keys.ts';

/** Errors: those of the store. */
export async function keyEvidence(session: Session): Promise<readonly Evidence[]> {
  const [keys, due] = [await listKeyAges(session), await listDue(session)];
  const firstDue = Math.min(...keys.map(({ dueAt }) => dueAt));
  const unless = (isOpen: boolean) => (isOpen ? 'stale' : 'there');
  return [
    {
      duty: 'encryption-and-keys',
      points: {
        'key-ages': unless(firstDue <= session.clock.now()),
        leavers: unless(due.keys.length > 0),
        theft: unless(due.theft !== null),
      },
      at: Math.max(...keys.map(({ madeAt }) => madeAt)),
      dueOn: dayOf(firstDue),
      count: keys.length,
    },
  ];
}
