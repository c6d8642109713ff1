/** Incidents with personal information: opened, described, counted, reported, put right and closed; and the drills of them. */
import { createPaperTray, defineFeature } from '../feature.ts';
import { evidenceOrMissing, partsOrNamed } from '../law/without-file.ts';
import { readBook, readDue, readIncident } from './book.ts';
import { giveCaseFile, giveNotice } from './case-file.ts';
import {
  addMeasure,
  change,
  close,
  count,
  open,
  recordNoNotification,
  recordNotification,
  rehearseNotification,
  stateNone,
  writeNotice,
} from './change.ts';
import { incidentRules } from './rules.ts';
import { incidentEvidence } from './evidence.ts';
import { incidentPackParts } from './pack.ts';

/** Duties that incidents answer. */
const DUTIES = ['incidents', 'incident-drill'] as const;

export const incidentsFeature = defineFeature(({ pickedFiles, place }) => {
  const tray = createPaperTray();
  const around = { pickedFiles, place, tray };
  const forget = (): void => pickedFiles.forget('pdf');
  return {
    paper: tray.take,
    handlers: {
      'incidents.list': async (session) => readBook(session, session.store, incidentRules(session)),
      'incidents.due': async (session) => readDue(session, incidentRules(session)),
      'incidents.read': async (session, { incidentId }) =>
        readIncident(session, session.store, incidentId, incidentRules(session)),
      'incidents.open': async (session, request) => open(session, request, incidentRules(session)),
      'incidents.change': async (session, request) => change(session, request, incidentRules(session)),
      'incidents.count': async (session, request) => count(session, request, incidentRules(session)),
      'incidents.writeNotice': async (session, request) =>
        writeNotice(session, request, incidentRules(session)),
      'incidents.giveNotice': async (session, request) =>
        giveNotice(session, request, incidentRules(session), around).finally(forget),
      'incidents.recordNotification': async (session, request) =>
        recordNotification(session, request, incidentRules(session)),
      'incidents.rehearseNotification': async (session, request) =>
        rehearseNotification(session, request, incidentRules(session)),
      'incidents.recordNoNotification': async (session, request) =>
        recordNoNotification(session, request, incidentRules(session)),
      'incidents.addMeasure': async (session, request) =>
        addMeasure(session, request, incidentRules(session)),
      'incidents.file': async (session, request) =>
        giveCaseFile(session, request, incidentRules(session), around).finally(forget),
      'incidents.stateNone': async (session, request) => stateNone(session, request, incidentRules(session)),
      'incidents.close': async (session, request) => close(session, request, incidentRules(session)),
    },
    evidence: (session) => evidenceOrMissing(DUTIES, () => incidentEvidence(session)),
    packParts: (session) => partsOrNamed(DUTIES, () => incidentPackParts(session)),
  };
});
