/** Files with residents' values that leave the house: made, entered, registered, recalled. */
import { defineFeature } from '../feature.ts';
import { withinLimits } from '../access-monitor/desk-watch.ts';
import { disclosureEvidence } from './evidence.ts';
import { disclosurePackParts } from './pack.ts';
import { giveExtract } from './extract.ts';
import { giveOwnCopy } from './own-copy.ts';
import { endDisclosure, recallDisclosure, writeRecallNote } from './recall.ts';
import { readDue, readRegister } from './register.ts';
import { giveRoster } from './roster.ts';
import { sql } from '../store/sql.ts';

const leads = {
  disclosure: (id: number) =>
    sql`SELECT person_id AS personId, NULL AS roomId FROM disclosure WHERE id = ${id}`,
};

/** Each value that is given counts as a reveal; a roster, which two agree to, is stopped by nothing but haste and its own bounds. */
export const disclosuresFeature = defineFeature(({ pickedFiles, place }) => {
  const around = { pickedFiles, place };
  const forget = (): void => pickedFiles.forget('disclosure');
  return {
    evidence: disclosureEvidence,
    packParts: disclosurePackParts,
    leads,
    handlers: {
      'disclosures.list': (session) => readRegister(session, session.store),
      'disclosures.due': readDue,
      'disclosures.ownCopy': (session, request) =>
        withinLimits(session, 'reveal', {}, () => giveOwnCopy(session, request, around)).finally(forget),
      'disclosures.extract': (session, request) =>
        withinLimits(session, 'reveal', {}, () => giveExtract(session, request, around)).finally(forget),
      'disclosures.roster': (session, request) =>
        withinLimits(session, 'reveal', { cosigned: true }, () =>
          giveRoster(session, request, around),
        ).finally(forget),
      'disclosures.recall': recallDisclosure,
      'disclosures.note': (session, request) => writeRecallNote(session, request, around).finally(forget),
      'disclosures.end': endDisclosure,
    },
  };
});
