/** The records of those of the staff who live here, in masks. */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { StaffMember } from '../../../contract/staff/views.ts';
import { readNameMask } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { linksBefore, readLinks } from '../access-monitor/links.ts';
import { readHome } from '../access-monitor/place.ts';

/** The masks of the records that are theirs. */
export async function readResidents(
  session: Session,
): Promise<ReadonlyMap<StaffId, NonNullable<StaffMember['resident']>>> {
  const { store, policy } = session;
  const links = linksBefore(await readLinks(session, store), null);
  const described = [...links].map(
    async ([staffId, personId]) => [staffId, await describeResident(personId)] as const,
  );
  return new Map(await Promise.all(described));

  async function describeResident(personId: PersonId): Promise<NonNullable<StaffMember['resident']>> {
    const home = await readHome(store, personId);
    const room =
      home === null
        ? undefined
        : await store.get<{ readonly label: string }>(sql`SELECT label FROM room WHERE id = ${home.roomId}`);
    return { nameMask: await readNameMask(store, policy.masks, personId), roomLabel: room?.label ?? null };
  }
}
