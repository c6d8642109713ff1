/** A check of the log, as somebody asks for it: how far it is, and that it can be ended. */
import { describe, expect, it } from 'vitest';
import type { VaultEvent } from '../../../contract/events.ts';
import { verifyLog } from '../../../main/vault/oversight/log-page.ts';
import type { Session } from '../../../main/vault/session/session.ts';

/** A log of 1,500 entries that is read 500 at a time. */
const session = {
  log: {
    verify: async (_store: unknown, _roster: unknown, { onProgress }: Watched) => {
      for (const done of [500, 1_000, 1_500]) onProgress(done, 1_500);
      throw new Error('came to its end');
    },
  },
} as unknown as Session;
interface Watched {
  readonly onProgress: (done: number, total: number) => void;
}

describe('a check of the log', () => {
  it('tells how many entries it has checked of how many', async () => {
    const told: VaultEvent<'log.progress'>[] = [];
    const work = {
      signal: new AbortController().signal,
      tell: (progress: VaultEvent<'log.progress'>) => void told.push(progress),
    };
    await expect(verifyLog(session, work)).rejects.toThrow('came to its end');
    expect(told.map(({ done, total }) => [done, total])).toEqual([
      [500, 1_500],
      [1_000, 1_500],
      [1_500, 1_500],
    ]);
    expect(told.at(-1)?.secondsLeft).toBe(0);
  });

  it('ends where it is cancelled', async () => {
    const cancel = new AbortController();
    const work = { signal: cancel.signal, tell: () => cancel.abort() };
    await expect(verifyLog(session, work)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
