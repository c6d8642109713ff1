/** The log, as supervisors and admins read it. */
import { defineFeature } from '../feature.ts';
import { listLog, listLoggedStaff, verifyLog } from './log-page.ts';

export const oversightFeature = defineFeature(() => ({
  handlers: { 'log.list': listLog, 'log.staff': listLoggedStaff, 'log.verify': verifyLog },
}));
