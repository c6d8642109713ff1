/** The end of an inspection by the clock: the vault locks, whether or not the log takes the entry. */
import { expect, it } from 'vitest';
import type { Showing, VaultContext } from '../../../main/vault/feature.ts';
import { inspectionFeature } from '../../../main/vault/inspection/index.ts';
import type { Session } from '../../../main/vault/session/session.ts';

const UNTIL = 30 * 60_000;

/** What happened by a minute's look at `now`. */
async function lookAt(now: number, options: { readonly going?: boolean; readonly logTakes?: boolean } = {}) {
  const happened: string[] = [];
  const session = {
    signedIn: { staffId: 's' },
    inspection: options.going === false ? null : { who: '检查', until: UNTIL },
    clock: { now: () => now },
    effects: { lock: (why: string) => happened.push(`lock ${why}`) },
    log: {
      record: async (_store: unknown, work: () => Promise<{ entries: readonly { action: string }[] }>) => {
        const { entries } = await work();
        if (options.logTakes === false) throw new Error('no room');
        happened.push(...entries.map(({ action }) => action));
      },
    },
  } as unknown as Session;
  await inspectionFeature({} as VaultContext, {} as Showing).everyMinute?.(session);
  return happened;
}

it('leaves an inspection alone before its time is over', async () => {
  expect(await lookAt(UNTIL - 1)).toEqual([]);
  expect(await lookAt(UNTIL, { going: false })).toEqual([]);
});

it('enters its end and locks once it is', async () => {
  expect(await lookAt(UNTIL)).toEqual(['inspection-end', 'lock inspection-over']);
});

it('locks where the log takes no entry, too', async () => {
  expect(await lookAt(UNTIL + 60_000, { logTakes: false })).toEqual(['lock inspection-over']);
});
