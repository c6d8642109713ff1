/** Somebody has no way in any more: with the roster's entries their slots and grants go, and what their keys are left out of is signed anew. */
import type { StaffId } from '../../../contract/ids.ts';
import { type SlotChange, commitSlotChange } from '../key-change/slot-change.ts';
import { type RosterEntry, readRosterEntries, verifyRoster } from '../keys/roster.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import type { VerifiedStaff } from '../session/with-slots.ts';
import { resealStoreKeys } from './reseal.ts';

/** Errors: those of `verifyRoster`, `resealStoreKeys` and `commitSlotChange`. */
export async function takeAwayKeys(
  session: Session,
  staffId: StaffId,
  admin: VerifiedStaff,
  {
    rosterEntries,
    present,
    entry,
  }: {
    readonly rosterEntries: readonly RosterEntry[];
    readonly present: SlotChange['present'];
    readonly entry: NewLogEntry;
  },
): Promise<void> {
  const {
    keys: { vaultId, roots },
    header,
    store,
    limiter,
  } = session;
  const slotIds = header.slots.filter((slot) => slot.staffId === staffId).map(({ id }) => id);
  const after = verifyRoster(
    vaultId,
    [...(await readRosterEntries(store)), ...rosterEntries],
    roots,
    session.roster.chain,
  );
  const { slots, recovery } = resealStoreKeys(session, admin, after, staffId);
  await commitSlotChange(session, {
    rosterEntries,
    put: slots,
    remove: slotIds,
    ...(recovery === undefined ? {} : { recovery }),
    grants: [],
    dropGrantsOf: [staffId],
    present,
    by: admin.slot,
    entries: [entry],
  });
  // They are gone whether or not this can be written: what is left of their counts is nobody's.
  await limiter.forget(slotIds).catch(() => undefined);
}
