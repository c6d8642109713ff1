/** The overview of what is done at the desk, counted from the log. */
import { defineFeature } from '../feature.ts';
import { oversightEvidence } from './evidence.ts';
import { oversightPart, supervisionParts } from './pack.ts';
import { readSupervision, report, spotCheck } from './supervision.ts';
import { readActivity } from './read-activity.ts';

export const activityFeature = defineFeature(() => ({
  evidence: oversightEvidence,
  packParts: async (session, work) => [
    ...(await oversightPart(session, work)),
    ...supervisionParts(await readSupervision(session)),
  ],
  handlers: {
    'activity.read': readActivity,
    'activity.supervision': (session) => readSupervision(session),
    'activity.spotCheck': spotCheck,
    'activity.report': report,
  },
}));
