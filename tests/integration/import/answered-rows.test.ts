/** Answers go on from where the plan stopped: what comes of it is what a matching of all rows anew with these answers gives. */
import { expect, it } from 'vitest';
import type { ImportAnswers } from '../../../contract/import/requests.ts';
import { answerWith } from '../../../main/vault/import/answer-questions.ts';
import { type Matched, answerMatched, matchRows } from '../../../main/vault/import/resolve-rows.ts';
import type { Pace } from '../../../main/vault/long-work/progress.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { makeImportDesk, sheet } from '../../support/import-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { createRandom } from '../../support/generate-people.ts';

const PACE: Pace = {
  step: () => Promise.resolve(),
  look: () => Promise.resolve(),
  breathe: () => Promise.resolve(),
  tick: () => undefined,
};

/** In an order of its own: who comes first among those of one list decides their ids alone. */
const told = ({ people, rooms, unresolved, missing, comparedIds, removed }: Matched) => ({
  people: people
    .flatMap((one) => one ?? [])
    .map(({ known, ...rest }) => ({ ...rest, known: known?.id ?? null }))
    .sort((a, b) => a.firstRow - b.firstRow),
  rooms: [...rooms].sort(([a], [b]) => (a < b ? -1 : 1)),
  unresolved: [...unresolved]
    .map(([row, { outcome }]) => [row, outcome])
    .sort(([a], [b]) => Number(a) - Number(b)),
  missing: [...missing].map(([id, { label }]) => [id, label]).sort(([a], [b]) => Number(a) - Number(b)),
  comparedIds: [...comparedIds].sort(([a], [b]) => a - b),
  removed,
});

it.each(FEATURE_ENGINES)(
  'answers make of the rows what they would have made of them all anew on $name',
  async (engine) => {
    const desk = await makeImportDesk(engine);
    const random = createRandom(28);
    const oneOf = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!;
    const row = (spread: number) => {
      const person = Math.floor(random() * spread);
      return [
        `1-1-10${oneOf([1, 2, 3, 4, 5, 6, 7])}`,
        oneOf(['张三', '李四', '王伟']),
        '男',
        random() < 0.5 ? phoneOf(person) : null,
        random() < 0.6 ? idNumberOf(person) : null,
      ] as const;
    };
    await desk.import(sheet(...Array.from({ length: 12 }, () => row(8))));
    let goneOn = 0;
    for (let run = 0; run < 60; run += 1) {
      const spread = oneOf([6, 20, 60]);
      const plan = await desk.plan(sheet(...Array.from({ length: 8 }, () => row(spread))));
      const matched = plan.takeMatched()?.matched ?? null;
      if (plan.offered.size === 0 || matched === null) continue;
      const answers: ImportAnswers = {
        rest: oneOf(['other', 'leave-out'] as const),
        kinds: [],
        despite: [],
        rows: [...plan.offered.keys()]
          .filter(() => random() < 0.7)
          .map((question) => ({ question, answer: oneOf(['same', 'other'] as const), option: 0 })),
      };
      const answer = answerWith(answers, plan.offered);
      const before = plan.drafts;
      const answered = await answerMatched(matched, before, desk.tags, PACE, answer);
      const anew = await matchRows(desk.desk.store, before, desk.tags, PACE, answer);
      expect(told(answered!)).toEqual(told(anew));
      goneOn += 1;
    }
    expect(goneOn).toBeGreaterThan(10);
  },
);
