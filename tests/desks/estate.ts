/** An estate of several desks over a mailbox of its own, each by a line that can be cut. */
import { type Mailbox, openMailbox } from '../../main/carrier/mailbox-client.ts';
import { startOfOrder } from '../../main/files/spool/envelope.ts';
import { MAX_LIVE_DESKS } from '../../main/vault/keys/roster-desks.ts';
import { runCarrier } from '../support/joining-desk.ts';
import { type LinkedDesk, linkDesks, settleDesks } from '../support/linked-desks.ts';
import { Line } from './coordinated.ts';
import type { Estate, World } from './server-world.ts';

/** Desks over a mailbox of their own, with their carriers at work and an admin at each; a login beside theirs, which has nothing yet, keeps everything there. */
export async function estateOf(
  world: World,
  numbers: readonly number[],
): Promise<{
  readonly desks: readonly LinkedDesk[];
  readonly lines: readonly Line[];
  readonly watching: Mailbox;
}> {
  let estate: Estate | undefined;
  let watching: Mailbox | undefined;
  const lines = numbers.map(() => new Line());
  const desks = await linkDesks(numbers, async (desk, vault) => {
    estate ??= await world.addEstate(Buffer.from(startOfOrder(vault).hash));
    watching ??= (await estate.addDesk(MAX_LIVE_DESKS)).box;
    const { address } = await estate.addDesk(desk);
    const line = lines[numbers.indexOf(desk)]!;
    const open = async (): Promise<Mailbox> => {
      line.expectOpen();
      return line.over(await openMailbox(address));
    };
    return { address, open };
  });
  for (const desk of desks) {
    runCarrier(desk);
    await desk.vault.unlock('admin');
  }
  await settleDesks(desks);
  return { desks, lines, watching: watching! };
}
