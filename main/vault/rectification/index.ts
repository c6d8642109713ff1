/** The tracker of what has to be put right, whatever has found it, and the notices of an authority with their answers. */
import { createPaperTray, defineFeature } from '../feature.ts';
import { answerNotice } from './answer-notice.ts';
import { attachEvidence, detachEvidence } from './attach-evidence.ts';
import { rectificationEvidence } from './evidence.ts';
import { rectificationPackParts } from './pack.ts';
import { finishItem, reopenItem } from './finish-item.ts';
import { addItem, changeItem } from './keep-item.ts';
import { readItem, readDue, readTracker } from './read-tracker.ts';
import { takeNotice } from './take-notice.ts';

export const rectificationFeature = defineFeature(({ pickedFiles, place }) => {
  const tray = createPaperTray();
  return {
    paper: tray.take,
    evidence: rectificationEvidence,
    packParts: (session, _work, openPicture) => rectificationPackParts(session, openPicture),
    handlers: {
      'rectification.list': (session) => readTracker(session, session.store),
      'rectification.due': readDue,
      'rectification.open': readItem,
      'rectification.add': addItem,
      'rectification.change': changeItem,
      'rectification.attach': (session, request) => attachEvidence(session, request, pickedFiles),
      'rectification.detach': detachEvidence,
      'rectification.finish': finishItem,
      'rectification.reopen': reopenItem,
      'rectification.takeNotice': takeNotice,
      'rectification.answer': (session, request) =>
        answerNotice(session, request, { pickedFiles, place, tray }),
    },
  };
});
