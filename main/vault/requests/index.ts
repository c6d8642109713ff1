/** Requests of individuals about their own information: taken in, each with an identity of its own, ended with an answer or a reason, and answered by letter. */
import { createPaperTray, defineFeature } from '../feature.ts';
import { authorise } from './authorise.ts';
import { decide } from './decide.ts';
import { eraseFor } from './erase.ts';
import { giveLetter } from './letter.ts';
import { readDue, readRegister } from './register.ts';
import { requestRules } from './rules.ts';
import { requestEvidence } from './evidence.ts';
import { requestPackParts } from './pack.ts';
import { liftRestriction, restrictFor } from './restrict.ts';
import { extend, takeIn } from './take-in.ts';
import { verifyFor } from './verify-for.ts';
import { withdrawConsentFor } from './withdraw-consent.ts';
import { sql } from '../store/sql.ts';

const leads = {
  request: (id: number) =>
    sql`SELECT person_id AS personId, NULL AS roomId FROM subject_request WHERE id = ${id}`,
};

export const requestsFeature = defineFeature(({ pickedFiles, place }) => {
  const tray = createPaperTray();
  return {
    paper: tray.take,
    leads,
    handlers: {
      'requests.list': async (session) => readRegister(session, session.store, requestRules(session)),
      'requests.due': readDue,
      'requests.takeIn': async (session, request) => takeIn(session, request, requestRules(session)),
      'requests.verify': async (session, request) => verifyFor(session, request, requestRules(session)),
      'requests.authorise': async (session, request) => authorise(session, request, requestRules(session)),
      'requests.extend': async (session, request) => extend(session, request, requestRules(session)),
      'requests.decide': async (session, request) => decide(session, request, requestRules(session)),
      'requests.restrict': async (session, request) => restrictFor(session, request, requestRules(session)),
      'requests.lift': async (session, request) => liftRestriction(session, request, requestRules(session)),
      'requests.withdrawConsent': async (session, request) =>
        withdrawConsentFor(session, request, requestRules(session)),
      'requests.erase': async (session, request) => eraseFor(session, request, requestRules(session)),
      'requests.letter': async (session, request) =>
        giveLetter(session, request, requestRules(session), { pickedFiles, place, tray }).finally(() =>
          pickedFiles.forget('pdf'),
        ),
    },
    evidence: requestEvidence,
    packParts: requestPackParts,
  };
});
