/** Who has seen whose data, when and why: asked by supervisors and admins, and put on paper. */
import type { WhoSawQuestion } from '../../../contract/who-saw/requests.ts';
import { AppError } from '../app-error.ts';
import { createPaperTray, defineFeature } from '../feature.ts';
import { answerTraced, listWhoSaw, traceNumber } from './answer.ts';
import type { Question, TracedNumber } from './scope.ts';
import { makeResidentAnswer, makeSheet } from './sheets.ts';

export const whoSawFeature = defineFeature(() => {
  const tray = createPaperTray();
  /** Residents who have the number that was asked about last, until the lock ends this process; the number itself is kept nowhere. */
  let traced: TracedNumber | null = null;
  const questionOf = ({ about, ...rest }: WhoSawQuestion): Question => {
    if (about.by !== 'number') return { ...rest, about };
    if (traced === null) throw new AppError('not-found');
    return { ...rest, about: traced };
  };
  return {
    paper: tray.take,
    handlers: {
      'whosaw.list': async (session, { before, ...question }) =>
        listWhoSaw(session, questionOf(question), before),
      'whosaw.number': async (session, request) => {
        traced = await traceNumber(session, request);
        return answerTraced(session, traced);
      },
      'whosaw.print': async (session, question) => {
        tray.lay(await makeSheet(session, questionOf(question)));
      },
      'whosaw.answer': async (session, request) => {
        tray.lay(await makeResidentAnswer(session, request));
      },
    },
  };
});
