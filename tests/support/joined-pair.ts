/** An estate of two desks, the second of which has really joined: it has keys of its own, and a header that the old one has not written. */
import type { EngineName } from '../../main/vault/store/store.ts';
import type { World } from '../desks/server-world.ts';
import { inviteDesk, joinBySlip } from './joining-desk.ts';
import { settleDesks } from './linked-desks.ts';

/** The admin of set-up is signed in at both, and everything that either has done is everywhere. */
export async function joinedPair(world: World, engine: EngineName) {
  const { old, personId, ...slip } = await inviteDesk(world, engine);
  const fresh = await joinBySlip(slip, { engine });
  const desks = [old, fresh] as const;
  await settleDesks(desks);
  return { old, fresh, desks, personId };
}
