/** The register of paper: booklets that there were and copies that were printed, each with somebody who keeps it, up to its end. */
import { createPaperTray, defineFeature } from '../feature.ts';
import { countPapers } from './count-papers.ts';
import { giveDestructionRecord } from './destruction-record.ts';
import { paperEvidence } from './evidence.ts';
import { paperPackParts } from './pack.ts';
import { attachPhoto, detachPhoto } from './photos.ts';
import { destroyPaper, losePaper } from './end-paper.ts';
import { changePaper, extendPaper, findPaper, giveBackPaper, stateNoPaper, takeIn } from './keep-paper.ts';
import { readDue, readRegister } from './register.ts';

export const paperRegisterFeature = defineFeature(({ pickedFiles, place }) => {
  const tray = createPaperTray();
  return {
    paper: tray.take,
    evidence: paperEvidence,
    packParts: paperPackParts,
    handlers: {
      'papers.list': (session) => readRegister(session, session.store),
      'papers.due': readDue,
      'papers.takeIn': takeIn,
      'papers.change': changePaper,
      'papers.extend': extendPaper,
      'papers.giveBack': giveBackPaper,
      'papers.destroy': destroyPaper,
      'papers.lose': losePaper,
      'papers.find': findPaper,
      'papers.count': countPapers,
      'papers.stateNone': stateNoPaper,
      'papers.attach': (session, request) =>
        attachPhoto(session, pickedFiles, request).finally(() => pickedFiles.forget('attachment')),
      'papers.detach': detachPhoto,
      'papers.record': (session, request) =>
        giveDestructionRecord(session, request, { pickedFiles, place, tray }),
    },
  };
});
