/** Quizzes that are under way: each with its answers, which stay in the vault until it is handed in. */
import { randomBytes } from 'node:crypto';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { QuizKind } from '../../../contract/training/lists.ts';
import type { Quiz } from '../../../contract/training/routes.ts';
import type { Question } from './question.ts';
import type { Covered } from './standing.ts';

/** A quiz with its answers. */
export interface OpenQuiz {
  readonly kind: QuizKind;
  /** Of the product's own questions; null where none of them is asked. */
  readonly source: LawSource | null;
  readonly questions: readonly Question[];
  readonly covers: readonly Covered[];
}

/** One at a time: whoever begins another has given the first one up. */
export function createQuizzes() {
  let open: (OpenQuiz & { readonly quizId: string; readonly staffId: StaffId }) | null = null;
  return {
    begin(staffId: StaffId, quiz: OpenQuiz, pass: number): Quiz {
      const quizId = randomBytes(16).toString('hex');
      open = { ...quiz, quizId, staffId };
      return {
        quizId,
        kind: quiz.kind,
        pass,
        source: quiz.source,
        questions: quiz.questions.map(({ words, options, procedure }) => ({
          words,
          options: [...options],
          procedure,
        })),
      };
    },
    /** Null where it is not the one that this person has begun. */
    find: (quizId: string, staffId: StaffId): OpenQuiz | null =>
      open?.quizId === quizId && open.staffId === staffId ? open : null,
    drop(): void {
      open = null;
    },
  };
}
export type Quizzes = ReturnType<typeof createQuizzes>;
