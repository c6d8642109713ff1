/** Guesses at one person's PIN over all desks of an estate, that is, how many of them are heard before every desk is closed to that person. */
import type { SlotId } from '../../contract/ids.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { firstDesk, joinBySlip, makeSlip } from '../support/joining-desk.ts';
import { type LinkedDesk, settleDesks } from '../support/linked-desks.ts';
import { PINS } from '../support/vault-harness.ts';
import type { World } from './server-world.ts';

const GUESS = '748391';
/** Behind this many in a row a desk has one wait. */
const IN_A_ROW = 5;

export interface Guessed {
  /** Wrong PINs of one person that were tried, over all desks. */
  readonly guesses: number;
  /** How often a desk gave tries to another, and asked for them, among the last entries. */
  readonly gave: number;
  readonly asked: number;
}

/**
 * Somebody guesses at each desk in turn, as soon as it lets them, while the owner signs in here and there with the right PIN, which ends the row of failures and has
 * their tries follow them. `isOnLine`: the desks hear of each other in between; otherwise only before it begins.
 */
export async function guessOverDesks(
  world: World,
  engine: EngineName,
  many: number,
  isOnLine: boolean,
): Promise<Guessed> {
  const clock = createFakeClock();
  const options = { engine, clock };
  const { old, keeper } = await firstDesk(world, options);
  const desks: LinkedDesk[] = [old];
  while (desks.length < many) desks.push(await joinBySlip(await makeSlip(old, keeper), options));
  const slotId = (await old.vault.proofOf('receptionist')).slotId as SlotId;
  const open = new Set(desks);
  /** As soon as it may be tried: the clock goes on for so long. */
  const unlock = async ({ vault }: LinkedDesk, pin: string): Promise<string> => {
    const { waitSeconds } = (await vault.people()).find((one) => one.slotId === slotId)!;
    clock.advance(waitSeconds * 1000);
    return vault.codeOf('session.unlock', { slotId, pin });
  };
  let guesses = 0;
  // Once at each desk, last at the first.
  for (const desk of [...desks.slice(1), old]) await visit(desk);
  for (let round = 0; open.size > 0; round += 1) {
    for (const desk of open) {
      for (let n = 0; n < IN_A_ROW && open.has(desk); n += 1)
        if ((await unlock(desk, GUESS)) === 'wrong-pin') guesses += 1;
        else open.delete(desk);
      // The owner comes by, which ends the row.
      if (open.has(desk) && round % 2 === 0) await visit(desk);
    }
    if (round > 40) throw new Error(`after ${guesses} guesses a desk is open yet`);
  }
  for (const { vault } of desks) await vault.unlock('admin');
  await settleDesks(desks);
  const [gave, asked] = [await old.vault.logged('tries-give', 100), await old.vault.logged('tries-ask', 100)];
  for (const { carrier } of desks) await carrier.stop();
  return { guesses, gave: gave.length, asked: asked.length };

  /** The owner signs in; where desks hear of each other an admin is at every other one. */
  async function visit(desk: LinkedDesk): Promise<void> {
    await desk.vault.lock();
    if ((await unlock(desk, PINS.receptionist)) === 'ok' && (isOnLine || guesses === 0)) {
      for (const other of desks) if (other !== desk) await other.vault.switchTo('admin');
      // What one asks for is given by the next op of another.
      for (const _turn of [1, 2]) await settleDesks(desks);
    }
    for (const { vault } of desks) await vault.lock();
  }
}
