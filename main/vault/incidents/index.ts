/** Incidents with personal information: opened, described, counted, reported, put right and closed; and the drills of them. */
import { createPaperTray, defineFeature } from '../feature.ts';
import { readBook, readDue, readIncident } from './book.ts';
import { giveCaseFile, giveNotice } from './case-file.ts';
import { addMeasure, change, close, count, open, spare, tell, writeNotice } from './change.ts';
import { incidentRules } from './rules.ts';
import { evidenceOfIncidents, packPartsOfIncidents } from './show.ts';

export const incidentsFeature = defineFeature(({ pickedFiles, place }) => {
  const tray = createPaperTray();
  const around = { pickedFiles, place, tray };
  const forget = (): void => pickedFiles.forget('pdf');
  return {
    paper: tray.take,
    handlers: {
      'incidents.list': async ({ store }) => readBook(store, incidentRules()),
      'incidents.due': async (session) => readDue(session, incidentRules()),
      'incidents.read': async (session, { incidentId }) =>
        readIncident(session, session.store, incidentId, incidentRules()),
      'incidents.open': async (session, request) => open(session, request, incidentRules()),
      'incidents.change': async (session, request) => change(session, request, incidentRules()),
      'incidents.count': async (session, request) => count(session, request, incidentRules()),
      'incidents.writeNotice': async (session, request) => writeNotice(session, request, incidentRules()),
      'incidents.giveNotice': async (session, request) =>
        giveNotice(session, request, incidentRules(), around).finally(forget),
      'incidents.tell': async (session, request) => tell(session, request, incidentRules()),
      'incidents.spare': async (session, request) => spare(session, request, incidentRules()),
      'incidents.addMeasure': async (session, request) => addMeasure(session, request, incidentRules()),
      'incidents.file': async (session, request) =>
        giveCaseFile(session, request, incidentRules(), around).finally(forget),
      'incidents.close': async (session, request) => close(session, request, incidentRules()),
    },
    evidence: evidenceOfIncidents,
    packParts: packPartsOfIncidents,
  };
});
