/** SIGKILL while an alarm is acknowledged. The next session has the alarm, or the log says what it was and who acknowledged it, with which words. */
import { expect } from 'vitest';
import { describeKill } from '../support/kills/describe-kill.ts';
import { readLog } from '../support/kills/read-log.ts';
import { ONE_TRANSACTION } from '../support/kills/signs.ts';
import { putOlderFolderBack } from '../support/older-folder.ts';
import { PINS, openDesk } from '../support/vault-harness.ts';

const REQUEST = { words: 'put back on purpose', pin: PINS.supervisor };

describeKill('kill of an acknowledgment', {
  title: 'leaves the alarm or its entries, and never neither',
  changes: {
    // The alarm stays until the anchor agrees with the store.
    acknowledgment: { route: 'session.acknowledge', ...ONE_TRANSACTION, behindSwitch: 'anchoring' },
  },
  by: 'supervisor',
  putBack: true,
  async setUp(engine) {
    const desk = await openDesk('supervisor', { engine });
    await desk.vault.close();
    await putOlderFolderBack(desk);
    return {
      desk,
      request: () => REQUEST,
      async expectAfter(what) {
        await desk.start();
        const { alarms } = await desk.unlock('supervisor');
        const isMade = alarms.length === 0;
        if (!isMade) await desk.call('session.acknowledge', REQUEST);
        const entries = await readLog(desk);
        // The newest first: the words stand behind what they are about.
        const at = entries.findIndex(
          ({ action, reason }) => action === 'acknowledge' && reason === REQUEST.words,
        );
        expect([entries[at]?.action, entries[at + 1]?.action], what).toEqual(['acknowledge', 'alarm']);
        expect((await desk.call('log.verify', {})).ok, what).toBe(true);
        return isMade;
      },
    };
  },
});
