/** All that the log of an open vault has. */
import type { RouteReply } from '../../../contract/routes.ts';
import type { VaultHarness } from '../vault-harness.ts';

type Entries = RouteReply<'log.list'>['entries'];

/** The newest first. Reading it is an entry as well, on each page of two hundred. */
export async function readLog(desk: VaultHarness): Promise<Entries> {
  const all: Entries[number][] = [];
  for (let before: number | null = null; ;) {
    const { entries, next }: RouteReply<'log.list'> = await desk.call('log.list', { before, limit: 200 });
    all.push(...entries);
    if (next === null) return all;
    before = next;
  }
}
