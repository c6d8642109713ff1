/** What a watch asks of the store: a search comes by it with every key. */
import { expect, it } from 'vitest';
import { NO_LIMITS } from '../../../contract/limits/lists.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import { processNewEntries } from '../../../main/vault/access-monitor/desk-watch.ts';

/** A session with an empty log, whose head says that it ends at `seq`. */
function sessionAt(seq: number) {
  const head = { seq };
  const asked: string[] = [];
  const answer = async (query: { readonly text: string }) => void asked.push(query.text);
  const session = {
    limits: NO_LIMITS,
    anchor: { state: () => ({ log: head }) },
    clock: { now: () => 0 },
    keys: { vaultId: 'v' },
    roster: { vaultId: '00'.repeat(16) },
    store: {
      get: async (query: { readonly text: string }) => answer(query),
      all: async (query: { readonly text: string }) => (await answer(query), []),
    },
  } as unknown as Session;
  return { session, head, asked };
}

it('reads the log once, and nothing while nothing is entered', async () => {
  const { session, asked } = sessionAt(0);
  await processNewEntries(session);
  expect(asked.length).toBeGreaterThan(0);
  asked.length = 0;
  await processNewEntries(session);
  await processNewEntries(session);
  expect(asked).toEqual([]);
});

it('reads again once something is entered', async () => {
  const { session, head, asked } = sessionAt(0);
  await processNewEntries(session);
  asked.length = 0;
  head.seq = 1;
  await processNewEntries(session);
  expect(asked.length).toBeGreaterThan(0);
});
