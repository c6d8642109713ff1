/** Canary records, as an admin makes, lists and ends them; what notices a touch is in `access-monitor/canaries.ts`. */
import { defineFeature } from '../feature.ts';
import { endCanary, listCanaries, makeCanary } from './canaries.ts';

export const canariesFeature = defineFeature(() => ({
  handlers: { 'canaries.list': listCanaries, 'canaries.make': makeCanary, 'canaries.end': endCanary },
}));
