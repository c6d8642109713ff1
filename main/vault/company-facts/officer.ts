/**
 * Whoever answers for personal information agrees to each list of people that leaves, from `MIN_LIST` on: whom the company names, where one of the staff has
 * that name, else an admin. By their own PIN, typed for that list.
 */
import { MIN_LIST } from '../../../contract/company/lists.ts';
import { AppError } from '../app-error.ts';
import { activeMembers } from '../keys/roster.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { done } from '../log/done.ts';
import type { Session } from '../session/session.ts';
import { type AllVerified, type Proof, cosignerOf } from '../session/with-slots.ts';
import { readCompany } from './read-company.ts';

/** PINs of a request, with that of the officer where it was typed. */
export const withOfficer = (proofs: readonly Proof[], officer: Proof | undefined): readonly Proof[] =>
  officer === undefined ? proofs : [...proofs, officer];

/** The entry that says so; none of a shorter list. Errors: `needs-officer` {name}, empty for an admin, where they are not among those present. */
export async function requireOfficer(
  session: Session,
  present: AllVerified,
  people: number,
): Promise<readonly SessionEntry[]> {
  if (people < MIN_LIST) return [];
  const { facts } = await readCompany(session.store);
  const name = facts.informationOfficer.trim();
  const isStaff = activeMembers(session.roster).some(({ displayName }) => displayName === name);
  const officer = present.find(({ member }) =>
    isStaff ? member.displayName === name : member.role === 'admin',
  );
  if (officer === undefined) throw new AppError('needs-officer', { name: isStaff ? name : '' });
  return [done('list-approval', { people }, { cosignerId: cosignerOf(session, officer), signedBy: present })];
}
