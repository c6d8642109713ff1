/** How it stands with accounts: stale where somebody has not signed in for long, as one does who has left without anybody telling. */
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { listStaff } from './list-staff.ts';

/** Errors: those of the store. */
export async function accountEvidence(session: Session): Promise<readonly Evidence[]> {
  const accounts = (await listStaff(session)).members.filter(
    ({ slotId, suspended }) => slotId !== null && !suspended,
  );
  return [
    {
      duty: 'permission-matrix',
      points: { accounts: accounts.some(({ dormant }) => dormant) ? 'stale' : 'there' },
      at: Math.max(...accounts.map(({ since, lastSignInAt }) => lastSignInAt ?? since)),
      dueOn: null,
      count: accounts.length,
    },
  ];
}
