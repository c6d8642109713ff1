/** A desk that has long heard nothing of the others lets in supervisors alone: who has left elsewhere would still come in there. */
import type { Role } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import type { Clock } from '../clock.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Days without contact after which it is so, as the error says. */
const LONG_AWAY_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * By this desk's clock and its last op that has come back in the order, or by a line that stands now. Errors: `long-away`.
 */
export async function requireContact(
  store: ReadableStore,
  { desk, role }: { readonly desk: number; readonly role: Role },
  { carrier, clock }: { readonly carrier: CarrierLine; readonly clock: Clock },
): Promise<void> {
  if (role === 'supervisor' || carrier.state().trouble === null) return;
  const last = await store.get<{ readonly time: number }>(sql`SELECT time FROM op_desk WHERE desk = ${desk}`);
  if (last !== undefined && clock.now() - last.time > LONG_AWAY_DAYS * DAY_MS)
    throw new AppError('long-away');
}
