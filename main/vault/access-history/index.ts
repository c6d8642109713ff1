/** Who has seen whose data, when and why: asked by supervisors and admins, and put on paper. */
import type { AccessHistoryQuestion } from '../../../contract/access-history/requests.ts';
import { AppError } from '../app-error.ts';
import { createPaperTray, defineFeature } from '../feature.ts';
import { answerTraced, listAccessHistory, traceNumber } from './answer.ts';
import type { Question, TracedNumber } from './scope.ts';
import { makeResidentAnswer, makeSheet } from './sheets.ts';

export const accessHistoryFeature = defineFeature(() => {
  const tray = createPaperTray();
  /** Residents who have the number that was asked about last, until the lock ends this process; the number itself is kept nowhere. */
  let traced: TracedNumber | null = null;
  const questionOf = ({ about, ...rest }: AccessHistoryQuestion): Question => {
    if (about.by !== 'number') return { ...rest, about };
    if (traced === null) throw new AppError('not-found');
    return { ...rest, about: traced };
  };
  return {
    paper: tray.take,
    handlers: {
      'accessHistory.list': async (session, { before, ...question }) =>
        listAccessHistory(session, questionOf(question), before),
      'accessHistory.number': async (session, request) => {
        traced = await traceNumber(session, request);
        return answerTraced(session, traced);
      },
      'accessHistory.print': async (session, question) => {
        tray.lay(await makeSheet(session, questionOf(question)));
      },
      'accessHistory.answer': async (session, request) => {
        tray.lay(await makeResidentAnswer(session, request));
      },
    },
  };
});
