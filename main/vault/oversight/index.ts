/** The log, as supervisors and admins read it. */
import { defineFeature, longWorkOf } from '../feature.ts';
import { listLog, listLoggedStaff, verifyLog } from './log-page.ts';

/** The feature. */
export const oversightFeature = defineFeature((context) => {
  const checks = longWorkOf(context, 'log.progress');
  return {
    handlers: {
      'log.list': listLog,
      'log.staff': listLoggedStaff,
      'log.verify': (session) => checks.run((work) => verifyLog(session, work)),
      'log.cancel': async () => checks.cancel(),
    },
  };
});
