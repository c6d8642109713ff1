/** An estate of two desks, the second of which has really joined: it has keys of its own, and a header that the old one has not written. */
import type { EngineName } from '../../main/vault/store/store.ts';
import type { World } from '../desks/server-world.ts';
import { inviteDesk, runCarrier, startJoining } from './joining-desk.ts';
import { settleDesks } from './linked-desks.ts';
import { PINS } from './vault-harness.ts';

/** The admin of set-up is signed in at both, and everything that either has done is everywhere. */
export async function joinedPair(world: World, engine: EngineName) {
  const { old, personId, slip, heard } = await inviteDesk(world, engine);
  const joining = await startJoining(slip, { engine });
  await heard((await joining.shows(() => true)).code);
  const { admins } = await joining.shows((view) => view.admins.length > 0);
  await joining.join.finish({ slotId: admins[0]!.id, pin: PINS.admin });
  const fresh = await joining.become();
  runCarrier(fresh);
  await fresh.vault.unlock('admin');
  const desks = [old, fresh] as const;
  await settleDesks(desks);
  return { old, fresh, desks, personId };
}
