/** Documents by which the company handles personal information: kept, published and signed. */
import { createPaperTray, defineFeature } from '../feature.ts';
import { addOwn, beginDraft, discardDraft, saveDraft, useTemplates } from './drafts.ts';
import { procedureEvidence } from './evidence.ts';
import { procedurePackParts } from './pack.ts';
import { giveProcedure } from './give.ts';
import { publishDrafts, signVersions } from './publish.ts';
import { readDocument, readOwn, readRegister, readSignatures } from './register.ts';

export const proceduresFeature = defineFeature(({ pickedFiles, place }) => {
  const tray = createPaperTray();
  return {
    paper: tray.take,
    handlers: {
      'procedures.list': (session) => readRegister(session, session.store),
      'procedures.own': (session) => readOwn(session),
      'procedures.read': readDocument,
      'procedures.signatures': readSignatures,
      'procedures.useTemplates': useTemplates,
      'procedures.add': addOwn,
      'procedures.beginDraft': beginDraft,
      'procedures.saveDraft': saveDraft,
      'procedures.discardDraft': discardDraft,
      'procedures.publish': publishDrafts,
      'procedures.sign': signVersions,
      'procedures.give': (session, request) => giveProcedure(session, request, { pickedFiles, place, tray }),
    },
    evidence: procedureEvidence,
    packParts: procedurePackParts,
  };
});
