/** ID numbers: what the company has decided, and whose may not be kept. */
import { defineFeature } from '../feature.ts';
import { idChoiceOf, needsIdConsent } from '../id-number-rules/decision.ts';
import { decide } from './decide.ts';
import { listWithout, readIdNumbers } from './read-holders.ts';

export const idNumbersFeature = defineFeature(() => ({
  handlers: {
    'idNumbers.rule': async (session) => ({
      choice: await idChoiceOf(session, session.store),
      needsConsent: await needsIdConsent(session, session.store),
    }),
    'idNumbers.read': readIdNumbers,
    'idNumbers.without': listWithout,
    'idNumbers.decide': decide,
  },
}));
