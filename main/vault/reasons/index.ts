/** The list of reasons: read by everybody who gives one, changed by an admin. */
import { defineFeature } from '../feature.ts';
import { changeReasons, readReasons } from './change-reasons.ts';

export const reasonsFeature = defineFeature(() => ({
  handlers: { 'reasons.read': readReasons, 'reasons.change': changeReasons },
}));
