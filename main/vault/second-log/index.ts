/** A second place for the log: heads, and entries where chosen, on a drive that the store's disk knows nothing of. */
import { defineFeature } from '../feature.ts';
import { chooseSecondLog, stopSecondLog } from './choose.ts';
import { describeSecondLog, readAge } from './describe.ts';
import { ASKED_MS, CLOCK_MS, followSecondLog } from './follow.ts';
import { openLostEntries } from './open-lost.ts';

export const secondLogFeature = defineFeature(({ pickedFiles }) => {
  let isFollowing = false;
  return {
    everyMinute: async (session) => {
      // One that waits for its drive is not joined by another each minute.
      if (isFollowing) return;
      isFollowing = true;
      // What cannot be written is shown by its age, and tried again the next minute.
      await followSecondLog(session, CLOCK_MS).catch(() => undefined);
      isFollowing = false;
    },
    handlers: {
      'second.warning': async (session) => {
        const { overdue } = await readAge(session);
        return { overdue };
      },
      'second.read': describeSecondLog,
      'second.choose': (session, request) => chooseSecondLog(session, pickedFiles, request),
      'second.stop': stopSecondLog,
      'second.write': async (session) => {
        await followSecondLog(session, ASKED_MS);
        return describeSecondLog(session);
      },
      'second.open': openLostEntries,
    },
  };
});
