/** The pure rules of training: how it stands with somebody, what is drawn, and the product's own questions. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../contract/fields.ts';
import { OWN_QUESTIONS, USUAL_TRAINING_RULE } from '../../../contract/training/lists.ts';
import { beginQuiz } from '../../../main/vault/training/begin-quiz.ts';
import { createDie, drawQuestions, shuffle } from '../../../main/vault/training/draw.ts';
import { readOwnQuestions, readQuestionFile } from '../../../main/vault/training/own-questions.ts';
import { createQuizzes } from '../../../main/vault/training/quizzes.ts';
import { type Done, monthsAfter, standingOf } from '../../../main/vault/training/standing.ts';
import type { StaffId } from '../../../contract/ids.ts';

const at = (day: string): number => new Date(`${day}T09:00:00`).getTime();
const full = (day: string, covers: Done['covers'] = []): Done => ({
  at: at(day),
  kind: 'full',
  passed: true,
  covers,
});
const ASKING = [{ procedure: 7, number: 2, title: '前台业务操作规程' }];
const standing = (done: readonly Done[], today: string, asking = ASKING) =>
  standingOf(done, USUAL_TRAINING_RULE, asking, today);
const COVERED = [{ procedure: 7, number: 2 }];

import { makeTempDir } from '../../support/temp-dir.ts';

describe('how it stands with somebody', () => {
  it('is never before they have passed, however often they have tried', () => {
    const failed: Done = { ...full('2026-01-10', COVERED), passed: false };
    expect(standing([failed, failed], '2026-01-11')).toEqual({ state: 'never', on: null, changed: [] });
  });

  it.each([
    ['2026-01-10', 'fine'],
    ['2026-12-10', 'fine'],
    ['2026-12-11', 'soon'],
    ['2027-01-09', 'soon'],
    ['2027-01-10', 'overdue'],
  ])('is on %s %s after a quiz of 2026-01-10', (today, state) => {
    expect(standing([full('2026-01-10', COVERED)], today)).toEqual({ state, on: '2027-01-10', changed: [] });
  });

  it('asks again for a version that was published since, until that was passed', () => {
    const before = full('2026-01-10', [{ procedure: 7, number: 1 }]);
    expect(standing([before], '2026-02-01')).toMatchObject({
      state: 'renewal',
      changed: ['前台业务操作规程'],
    });
    const renewal: Done = { at: at('2026-02-02'), kind: 'renewal', passed: true, covers: COVERED };
    expect(standing([before, { ...renewal, passed: false }], '2026-02-03').state).toBe('renewal');
    expect(standing([before, renewal], '2026-02-03')).toEqual({
      state: 'fine',
      on: '2027-01-10',
      changed: [],
    });
  });

  it('does not take a renewal for the whole', () => {
    const renewal: Done = { at: at('2026-02-02'), kind: 'renewal', passed: true, covers: COVERED };
    expect(standing([renewal], '2026-02-03').state).toBe('never');
    expect(standing([full('2026-01-10', COVERED), renewal], '2027-01-20').state).toBe('overdue');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
  ])('counts from %s %i months to %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });
});

describe('what is drawn', () => {
  it('follows from the seed, keeps every option, and follows the right one', () => {
    const { questions } = readOwnQuestions('receptionist');
    const drawn = drawQuestions(questions, 5, createDie('a'));
    expect(drawQuestions(questions, 5, createDie('a'))).toEqual(drawn);
    expect(drawQuestions(questions, 5, createDie('b'))).not.toEqual(drawn);
    for (const one of drawn) {
      const source = questions.find(({ words }) => words === one.words)!;
      expect(one.options[one.right]).toBe(source.options[source.right]);
      expect(new Set(one.options)).toEqual(new Set(source.options));
    }
  });

  it('puts every place anywhere', () => {
    const places = new Set(
      Array.from({ length: 200 }, (_, n) => shuffle([0, 1, 2, 3], createDie(String(n))).indexOf(0)),
    );
    expect(places).toEqual(new Set([0, 1, 2, 3]));
  });
});

describe("the product's own questions", () => {
  it.each(ROLES)('are enough for a %s', (role) => {
    const { questions } = readOwnQuestions(role);
    expect(questions.length).toBeGreaterThanOrEqual(12);
    const quiz = beginQuiz({ role }, 'never', [], []);
    expect(quiz).toMatchObject({ kind: 'full', covers: [] });
    expect(quiz.questions).toHaveLength(OWN_QUESTIONS);
  });

  it('have options that differ, in Chinese and in English', () => {
    const { questions } = readQuestionFile();
    for (const { words, options, why } of questions) {
      for (const language of ['zh', 'en'] as const)
        expect(new Set(options.map((option) => option[language])).size).toBe(options.length);
      for (const { zh, en } of [words, why, ...options]) {
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
        expect(en).not.toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  it('are not all answered by the same place', () => {
    const { questions } = readQuestionFile();
    expect(new Set(questions.map(({ right }) => right)).size).toBeGreaterThan(2);
  });

  it.each([
    [
      'with a right answer that is none of its options',
      (one: Record<string, unknown>) => ({ ...one, right: 4 }),
    ],
    [
      'with two options',
      (one: Record<string, unknown>) => ({ ...one, options: (one['options'] as unknown[]).slice(0, 2) }),
    ],
    ['in one language', (one: Record<string, unknown>) => ({ ...one, words: { zh: '什么？' } })],
  ])('are refused %s', (_what, change) => {
    const file = JSON.parse(readFileSync('assets/training/questions.json', 'utf8')) as {
      questions: Record<string, unknown>[];
    };
    const [first, ...others] = file.questions;
    const root = makeTempDir();
    mkdirSync(join(root, 'training'));
    writeFileSync(
      join(root, 'training', 'questions.json'),
      JSON.stringify({ ...file, questions: [change(first!), ...others] }),
    );
    expect(() => readQuestionFile(join(root, 'law'))).toThrow('law-unreadable');
  });
});

describe('a quiz that is under way', () => {
  const [me, other] = ['0'.repeat(16), '1'.repeat(16)] as StaffId[] as [StaffId, StaffId];
  it('tells no answer, is found by whoever has begun it alone, and is given up for the next', () => {
    const quizzes = createQuizzes();
    const quiz = beginQuiz({ role: 'receptionist' }, 'never', [], []);
    const shown = quizzes.begin(me, quiz, 80);
    expect(JSON.stringify(shown)).not.toMatch(/"right"|"why"/);
    expect(quizzes.find(shown.quizId, me)?.questions).toEqual(quiz.questions);
    expect(quizzes.find(shown.quizId, other)).toBeNull();
    const next = quizzes.begin(me, quiz, 80);
    expect(quizzes.find(shown.quizId, me)).toBeNull();
    quizzes.drop();
    expect(quizzes.find(next.quizId, me)).toBeNull();
  });
});
