/** Draws a quiz: of the product's own questions and of the company's procedures, or of what was published since alone. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../../contract/fields.ts';
import {
  MAX_COVERED,
  OWN_QUESTIONS,
  PROCEDURE_QUESTIONS,
  type TrainingState,
} from '../../../contract/training/lists.ts';
import type { PublishedProcedure } from '../procedures/api.ts';
import { type Die, createDie, drawQuestions } from './draw.ts';
import { readOwnQuestions } from './own-questions.ts';
import { questionsFrom } from './procedure-questions.ts';
import type { Question } from './question.ts';
import type { OpenQuiz } from './quizzes.ts';
import { type Done, isCoveredBy } from './standing.ts';

/**
 * `seed`: what is drawn follows from it; another one each time where it is left out. `law`: the folder of the data files. Errors: those of
 * `readOwnQuestions`.
 */
export function beginQuiz(
  { role, law }: { readonly role: Role; readonly law?: string },
  state: TrainingState,
  published: readonly PublishedProcedure[],
  done: readonly Done[],
  seed: string = randomBytes(16).toString('hex'),
): OpenQuiz {
  const die = createDie(seed);
  const asked = published
    .map((document) => ({ document, questions: questionsFrom(document, role) }))
    .filter(({ questions }) => questions.length > 0)
    .filter(({ document }) => state !== 'renewal' || !isCoveredBy(done, coverOf(document)))
    .slice(0, MAX_COVERED);
  const file = state === 'renewal' ? null : readOwnQuestions(role, law);
  const own = file === null ? [] : drawQuestions(file.questions, OWN_QUESTIONS, die);
  return {
    kind: state === 'renewal' ? 'renewal' : 'full',
    source: file?.source ?? null,
    questions: [
      ...own,
      ...drawFromAll(
        asked.map(({ questions }) => questions),
        die,
      ),
    ],
    covers: asked.map(({ document }) => coverOf(document)),
  };
}

const coverOf = ({ procedureId, number }: PublishedProcedure) => ({ procedure: procedureId, number });

/** One of each document first, then more of any: none is passed over while another is asked about twice. */
function drawFromAll(documents: readonly (readonly Question[])[], die: Die): readonly Question[] {
  const piles = documents.map((questions) => drawQuestions(questions, PROCEDURE_QUESTIONS, die));
  const rounds = Array.from({ length: PROCEDURE_QUESTIONS }, (_, round) =>
    piles.flatMap((pile) => pile[round] ?? []),
  );
  return rounds.flat().slice(0, PROCEDURE_QUESTIONS);
}
