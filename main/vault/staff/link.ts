/** A member of staff who lives here, and which record is theirs: an admin says so, and the log keeps it, sealed. */
import type { PersonId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { StaffView } from '../../../contract/staff/views.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { linksBefore, readLinks } from '../access-monitor/links.ts';
import { sealRecord } from '../access-monitor/sealed-record.ts';
import { listStaff, namesakesOf } from './list-staff.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { orNotFound } from '../store/rows.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** In all of their roles. Errors: `not-found` (no such member, no such record), `not-allowed` (the own slot is no admin's), `bad-request` (it is so already), those of `withSlots`, `log-unavailable`. */
export async function linkStaff(
  session: Session,
  { staffId, personId, pin }: RouteRequest<'staff.link'>,
): Promise<StaffView> {
  await withAdmin(session, pin, async (present) => {
    const member = orNotFound(session.roster.members.get(staffId));
    const { vaultId } = session.keys;
    await commit(session, async (tx) => {
      await requirePerson(tx, personId);
      const known = linksBefore(await readLinks(session, tx), null);
      if ((known.get(staffId) ?? null) === personId) throw new AppError('bad-request', { where: 'personId' });
      const entries = namesakesOf(session.roster, member.displayName).map(async (one) =>
        done(
          'staff-link',
          {
            name: one.displayName,
            staff: one.staffId,
            record: personId === null ? null : await sealRecord(tx, 'staff-link', vaultId, personId),
          },
          { signedBy: present },
        ),
      );
      return Promise.all(entries);
    });
  });
  return listStaff(session);
}

async function requirePerson(tx: WritableStore, personId: PersonId | null): Promise<void> {
  if (personId === null) return;
  const row = await tx.get<{ readonly kind: string }>(sql`SELECT kind FROM person WHERE id = ${personId}`);
  if (row?.kind !== 'person') throw new AppError('not-found');
}
