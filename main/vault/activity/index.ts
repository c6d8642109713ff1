/** The overview of what is done at the desk, counted from the log. */
import { defineFeature } from '../feature.ts';
import { readActivity } from './read-activity.ts';

export const activityFeature = defineFeature(() => ({ handlers: { 'activity.read': readActivity } }));
