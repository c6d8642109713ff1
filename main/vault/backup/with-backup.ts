/** Opens a backup for as long as a test, a comparison or a restore takes, with the keys that it needs. */
import { SEALED_TIERS } from '../../../contract/fields.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import { sheetsKnownTo } from '../keys/old-sheets.ts';
import { parseSheet } from '../keys/recovery-sheet.ts';
import { withTiers } from '../session/open-values.ts';
import type { Session } from '../session/session.ts';
import { type AllVerified, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { type OpenedBackup, openBackup } from './open-backup.ts';
import { type TodaysTiers, tiersChanged } from './reseal-restored.ts';

export type OpenRequest = RouteRequest<'backup.look'> &
  Pick<Partial<RouteRequest<'backup.restore'>>, 'supervisor'>;

/**
 * Opens a backup for the time of `work`, by the admin who asks or by the sheet in the request. Errors:
 * `not-allowed`; those of `folderOf`, `withSlots`, `parseSheet` and `openBackup`.
 */
export function withBackup<T>(
  session: Session,
  folderOf: () => string,
  request: OpenRequest,
  work: (backup: OpenedBackup, present: AllVerified) => Promise<T>,
): Promise<T> {
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  const proofs = [own, ...(request.supervisor === undefined ? [] : [request.supervisor])] as const;
  return withSlots(session, proofs, async (present) => {
    if (present[0].member.role !== 'admin') throw new AppError('not-allowed');
    const sheets =
      request.sheet === undefined ? [] : sheetsKnownTo(session.header, parseSheet(request.sheet));
    try {
      const backup = await openFor(session, folderOf(), request, { present, sheets });
      try {
        return await work(backup, present);
      } finally {
        backup.dispose();
      }
    } finally {
      zero(...sheets);
    }
  });
}

/** Errors: those of `openBackup`. */
async function openFor(
  { deviceSecret, header }: Session,
  folder: string,
  { name, sheet }: OpenRequest,
  { present: [own], sheets }: { readonly present: AllVerified; readonly sheets: readonly Uint8Array[] },
): Promise<OpenedBackup> {
  if (sheet !== undefined) return openBackup(folder, name, { sheets });
  return openBackup(folder, name, {
    admin: own.slot,
    device: { id: header.deviceSecretId, secret: deviceSecret },
  });
}

/** `work` is given undefined where the backup's values are sealed to the keys of today. Errors: `needs-supervisor`; those of `withTiers`. */
export async function withTodaysTiers<T>(
  session: Session,
  { sheet }: OpenRequest,
  { facts }: OpenedBackup,
  present: AllVerified,
  work: (tiers: TodaysTiers | undefined) => Promise<T>,
): Promise<T> {
  const {
    keys: { tierKeys: trusted },
    header,
  } = session;
  if (tiersChanged(facts.tierEpochs, trusted).length === 0) return work(undefined);
  const supervisor = requireSupervisor(present);
  const sheets = sheet === undefined ? [] : sheetsKnownTo(header, parseSheet(sheet));
  try {
    return await withTiers(session, supervisor, SEALED_TIERS, (open) =>
      work({ open, trusted, supervisor: supervisor.slot, sheets }),
    );
  } finally {
    zero(...sheets);
  }
}
