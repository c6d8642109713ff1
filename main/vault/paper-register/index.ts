/** The register of paper: booklets that there were and copies that were printed, each with somebody who keeps it, up to its end. */
import type { Paper } from '../../../contract/paper.ts';
import { defineFeature } from '../feature.ts';
import { countPapers, makeCountSheet } from './count-papers.ts';
import { destroyPaper, losePaper } from './end-paper.ts';
import { changePaper, extendPaper, findPaper, giveBackPaper, takeIn } from './keep-paper.ts';
import { readDue, readRegister } from './register.ts';

export const paperRegisterFeature = defineFeature(() => {
  /** What has been entered as printed and was not given out yet. */
  let ready: Paper | null = null;
  return {
    paper: (kind) => {
      if (ready?.kind !== kind) return null;
      const paper = ready;
      ready = null;
      return paper;
    },
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
      'papers.printCount': async (session) => {
        ready = await makeCountSheet(session);
      },
    },
  };
});
