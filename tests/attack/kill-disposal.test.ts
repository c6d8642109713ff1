/** SIGKILL while a file is destroyed. Afterwards its disposal is told with its entry or not at all, and what is told as destroyed is gone. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, vi } from 'vitest';
import { describeKill } from '../support/kills/describe-kill.ts';
import { readLog } from '../support/kills/read-log.ts';
import { inTwoTransactions } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { layRosters, sweepToItsEnd } from '../support/kills/swept-folder.ts';
import { scannersHere } from '../support/scanners-here.ts';
import { PINS, openDesk } from '../support/vault-harness.ts';

/** The newest that are listed. */
const MOST_LISTED = 50;

describeKill('kill of a disposal', {
  title: 'leaves each file there, or destroyed and told',
  // Its entry before anything is done; what became of it.
  changes: {
    disposal: {
      route: 'sweep.dispose',
      ...inTwoTransactions('destroying', 'destroyed'),
      few: ['anchoring', 'destroying'],
    },
  },
  by: 'supervisor',
  minutesByHand: true,
  async setUp(engine, mostKills) {
    const { documents, paths } = layRosters(mostKills);
    const desk = await openDesk('supervisor', { engine, scanners: scannersHere({ documents }) });
    await desk.call('sweep.begin', { drives: false });
    const { findings } = await sweepToItsEnd(desk);
    const left = [...paths];
    let path = '';
    const list = async () => (await desk.call('disposals.list', {})).disposals;
    /** It is gone exactly where it is told as destroyed. */
    const isTrue = async (): Promise<boolean> => {
      const told = (await list()).find(({ name }) => name === basename(path));
      return existsSync(path) === (told === undefined || told.state === 'not-destroyed');
    };
    return {
      desk,
      request() {
        path = left.shift()!;
        const { findingId } = findings.find(({ name }) => name === basename(path))!;
        return { findingId, pin: PINS.supervisor };
      },
      async expectAfter(what) {
        await expectSound(desk, what);
        // What a stop has left half done is settled within a minute.
        vi.advanceTimersByTime(60_000);
        await expect.poll(isTrue, { timeout: 10_000, message: what }).toBe(true);
        const begun = (await readLog(desk)).filter(
          ({ action, outcome }) => action === 'sweep-dispose' && outcome === 'done',
        );
        expect((await list()).length, what).toBe(Math.min(begun.length, MOST_LISTED));
      },
    };
  },
});
