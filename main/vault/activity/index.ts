/** The overview of what is done at the desk, counted from the log. */
import { defineFeature } from '../feature.ts';
import { oversightEvidence } from './evidence.ts';
import { oversightPart } from './pack.ts';
import { readActivity } from './read-activity.ts';

export const activityFeature = defineFeature(() => ({
  evidence: oversightEvidence,
  packParts: oversightPart,
  handlers: { 'activity.read': readActivity },
}));
