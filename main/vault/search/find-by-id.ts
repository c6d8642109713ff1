/**
 * Finds people by a whole ID number, by its match tag, which needs a supervisor's PIN. A part of a number
 * finds nothing.
 */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { everyEpoch } from '../keys/epochs.ts';
import { matchTag } from '../keys/match.ts';
import type { Session } from '../session/session.ts';
import { cosignerOf, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { idFormsOf } from '../values/id-forms.ts';
import { withTiers } from '../session/open-values.ts';
import type { PersonListRow } from './rows.ts';
import { scopeSearch } from './scoped-search.ts';
import { inRoomOn, maskFound, MAX_ROWS, QUERIES } from './search.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/**
 * Handles `people.findById`. Errors: `invalid-value` {field} for anything but a whole number,
 * `needs-supervisor`, those of `withSlots`, `log-unavailable`.
 */
export async function findById(
  session: Session,
  request: RouteRequest<'people.findById'>,
): Promise<RouteReply<'people.findById'>> {
  const numbers = idFormsOf(request.idNumber);
  if (numbers === null) throw new AppError('invalid-value', { field: 'idNumber' });
  const today = dayOf(session.clock.now());
  const queries = (await scopeSearch(session))?.queries ?? QUERIES;
  return withSlots(session, [request.supervisor], async (present) => {
    const supervisor = requireSupervisor(present);
    const cosignerId = cosignerOf(session, supervisor);
    // Also under keys of before, where another desk did not know the next ones.
    const tags = await withTiers(session, supervisor, ['identity'], async (keys) =>
      everyEpoch(keys.values()).flatMap((key) =>
        numbers.map((number) => matchTag(session.keys.vaultId, key, 'idNumber', number)),
      ),
    );
    return commitValue(session, async (tx) => {
      const rows = await tx.all<PersonListRow>(queries.peopleByTag(tags, MAX_ROWS));
      return {
        value: { rows: rows.map((row) => maskFound(session.policy.masks, inRoomOn(row, today))) },
        entries: [done('search-id', { found: rows.length }, { cosignerId, signedBy: present })],
      };
    });
  });
}
