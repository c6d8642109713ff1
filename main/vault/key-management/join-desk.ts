/** A computer without a vault asks to be let into an estate, and makes its vault of what it is given. Its keys go with the process. */
import { joinsOf } from '../../files/spool/joins.ts';
import { AppError } from '../app-error.ts';
import type { HandlersOf, VaultContext } from '../feature.ts';
import { type Join, beginJoin } from '../joining/join-estate.ts';
import type { StaffSlot } from '../keys/header.ts';
import { type Slip, readSlip } from '../joining/slip.ts';
import { describeStatus, proveVault } from '../session/vault-state.ts';

/** Errors of `join.begin`: `not-allowed` (in practice), `address-unreadable`, those of `beginJoin`; of `join.finish`: `desk-not-in`, those of `Join.finish`. */
export function createJoinDesk(
  context: VaultContext,
): HandlersOf<'join.begin' | 'join.read' | 'join.finish' | 'join.cancel'> {
  const { carrier, vaultDir, state } = context;
  let begun: { readonly join: Join; readonly slip: Slip } | null = null;
  return {
    async 'join.begin'(typed) {
      if (context.place === 'practice') throw new AppError('not-allowed');
      const slip = readSlip(typed);
      if (slip === null) throw new AppError('address-unreadable');
      const join = await beginJoin({ ...context, engine: context.engine() }, slip);
      begun = { join, slip };
      const { vaultId, desk, host, port, database } = slip;
      carrier.visit({ vaultId, desk, mailbox: { host, port, database }, by: { passwords: join.passwords } });
    },
    async 'join.read'() {
      const { since, trouble } = carrier.state();
      const view = begun?.join.view() ?? null;
      // No limiter knows them yet; tries are counted here.
      const asPerson = ({ id, displayName }: Pick<StaffSlot, 'id' | 'displayName'>) =>
        ({ slotId: id, displayName, role: 'admin', waitSeconds: 0, closed: false }) as const;
      return {
        trouble: since === 0 ? null : trouble,
        view: view && { ...view, admins: view.admins.map(asPerson) },
      };
    },
    async 'join.finish'(proof) {
      if (begun === null) throw new AppError('desk-not-in');
      state.replace(proveVault(context, await begun.join.finish(proof)));
      return describeStatus(state.current(), null);
    },
    async 'join.cancel'() {
      carrier.visit(null);
      if (begun !== null) await joinsOf(vaultDir).end(begun.slip.desk);
      begun = null;
    },
  };
}
