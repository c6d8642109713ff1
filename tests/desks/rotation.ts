/** Keys of the tiers changed while desks are away: part of `npm run desks -- keys`. */
import { createHash } from 'node:crypto';
import { PINS } from '../support/vault-harness.ts';
import { type LinkedDesk, differing, settleDesks } from '../support/linked-desks.ts';
import { draftOf } from '../support/people-drafts.ts';
import { rotationOf } from '../support/requests-of.ts';
import { breakIn, openAllWith, openGrants, readGrants } from '../support/sealed-values.ts';
import { countOf } from '../../main/vault/store/rows.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { estateOf } from './estate.ts';
import type { World } from './server-world.ts';

/** What came of it. */
interface Rotated {
  /** Values at all desks afterwards, those among them that came under the keys of before, and how many a supervisor's keys do not open. */
  readonly values: number;
  readonly late: number;
  readonly unreadable: number;
  readonly wrong: readonly string[];
}

/** Three of five desks are off the line, and write on, while another changes the keys; `people`: that each of them adds. */
export async function rotateAway(world: World, people: number): Promise<Rotated> {
  const { desks, lines } = await estateOf(world, [0, 1, 2, 3, 4]);
  const [one] = desks;
  const away = desks.slice(2);
  const wrong: string[] = [];
  async function addPeople({ vault }: LinkedDesk, first: number): Promise<void> {
    await vault.switchTo('supervisor');
    for (let n = 0; n < people; n += 1) await vault.addPerson(draftOf(first + n + 1));
  }
  await addPeople(one!, 0);
  await one!.vault.switchTo('admin');
  await settleDesks(desks);
  for (const line of lines.slice(2)) line.isCut = true;
  const rotation = rotationOf(PINS.admin, await one!.vault.proofOf('supervisor'));
  const code = await one!.vault.codeOf('keys.rotateTierKeys', rotation);
  if (code !== 'ok') wrong.push(`not changed: ${code}`);
  for (const desk of away) await addPeople(desk, desk.number * people);
  for (const line of lines) line.mend();
  await settleDesks(desks, 120_000);
  let [values, late, unreadable] = [0, 0, 0];
  const seen = new Set<string>();
  for (const { vault } of desks) {
    await vault.vault.close();
    await using loot = await breakIn(vault, 'supervisor', {});
    const opened = await openAllWith(
      loot.header.vaultId,
      loot.store,
      openGrants(loot, await readGrants(loot.store)),
    );
    seen.add(
      createHash('sha256')
        .update(JSON.stringify([...opened].toSorted()))
        .digest('hex'),
    );
    const all = await countOf(loot.store, sql`SELECT count(*) AS n FROM sealed_value`);
    values += all;
    unreadable += all - opened.size;
    late += await countOf(
      loot.store,
      sql`SELECT count(*) AS n FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id WHERE b.epoch = 1`,
    );
    await loot.close();
    await vault.start();
  }
  if (seen.size > 1) wrong.push('another desk opens others');
  wrong.push(...(await differing(desks, 'auto')).map((table) => `${table} differs`));
  for (const { carrier } of desks) await carrier.stop();
  return { values, late, unreadable, wrong };
}
