/** logind's signals, heard from a stand-in on a private bus. */
import { afterEach, describe, expect, it } from 'vitest';
import { watchLogind } from '../../../main/lock/logind.ts';
import { type LogindStandIn, startLogindStandIn } from '../../support/logind-stand-in.ts';

const toStop: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

function watch(standIn: LogindStandIn): { readonly heard: string[] } {
  const heard: string[] = [];
  const watching = watchLogind(
    { busAddress: standIn.busAddress, pid: process.pid, uid: 1000, retryMs: 200 },
    {
      onLock: () => heard.push('lock'),
      onInactive: () => heard.push('inactive'),
      onWatching: (now) => heard.push(now ? 'watching' : 'deaf'),
    },
  );
  toStop.push(() => watching.stop());
  return { heard };
}

async function standIn(options: Parameters<typeof startLogindStandIn>[0] = {}): Promise<LogindStandIn> {
  const started = await startLogindStandIn(options);
  toStop.push(() => started.stop());
  return started;
}

describe.runIf(process.platform === 'linux')('logind', () => {
  it.each([false, true])(
    'locks on its Lock and on the loss of the seat, and on nothing else (session found by user: %s)',
    async (byUser) => {
      const logind = await standIn({ byUser });
      const { heard } = watch(logind);
      await expect.poll(() => heard).toEqual(['watching']);
      logind.say('unlock');
      logind.say('lock-other');
      logind.say('active');
      logind.say('lock');
      await expect.poll(() => heard).toEqual(['watching', 'lock']);
      logind.say('inactive');
      await expect.poll(() => heard).toEqual(['watching', 'lock', 'inactive']);
    },
  );

  it('says so when it is gone, and hears again when it is back', async () => {
    const logind = await standIn();
    const { heard } = watch(logind);
    await expect.poll(() => heard).toEqual(['watching']);
    await logind.leave();
    await expect.poll(() => heard.at(-1)).toBe('deaf');
    const back = await standIn({ onBus: logind.busAddress });
    await expect.poll(() => heard.at(-1)).toBe('watching');
    back.say('lock');
    await expect.poll(() => heard.at(-1)).toBe('lock');
  });
});
