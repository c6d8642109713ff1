/** An admin says what a line of the inventory is for and by what right, and may word how long it is kept, with their PIN. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { readInventoryLaw } from './inventory-law.ts';
import { lacksGrounds, readGrounds } from './read-grounds.ts';
import { openFinding } from './open-findings.ts';
import { isHeld } from './count-held.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/**
 * Errors: `bad-request` {where: 'bases'} for another group of people than the line has, `changed-meanwhile`, `not-allowed` (the own slot is no
 * admin's), those of `withSlots`, `log-unavailable`.
 */
export async function changeLine(
  session: Session,
  { item, version, purposes, bases, retention, pin }: RouteRequest<'inventory.change'>,
): Promise<void> {
  const law = readInventoryLaw(session.lawFolder);
  await withAdmin(session, pin, (present) =>
    commit(session, async (tx) => {
      const line = (await readGrounds(session, tx, law)).find((one) => one.item === item);
      if (line?.version !== version) throw new AppError('changed-meanwhile');
      const known = line.bases.map(({ subject }) => subject);
      if (bases.length !== known.length || !known.every((subject, at) => bases[at]?.subject === subject))
        throw new AppError('bad-request', { where: 'bases' });
      if (new Set(purposes).size !== purposes.length)
        throw new AppError('bad-request', { where: 'purposes' });
      await tx.run(sql`
        INSERT INTO inventory_line (item, purposes, bases, retention, changed_at, changed_by, version)
        VALUES (${item}, ${JSON.stringify(purposes)}, ${JSON.stringify(bases)}, ${retention}, ${session.clock.now()}, ${session.signedIn.staffId}, ${version + 1})
        ON CONFLICT (item) DO UPDATE SET purposes = excluded.purposes, bases = excluded.bases, retention = excluded.retention, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by, version = excluded.version`);
      const isFinding = lacksGrounds({ purposes, bases }) && (await isHeld(tx, item));
      return [
        ...(isFinding ? await openFinding(tx, session, item) : []),
        done(
          'inventory-change',
          { item, purposes, bases, worded: retention !== null },
          { signedBy: present },
        ),
      ];
    }),
  );
}
