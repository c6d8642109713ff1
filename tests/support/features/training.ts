/** Training in the tests that go over every feature; its answers of the fake bridge, which a browser loads, are in `../fake-training.ts`. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { Flow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { Visit } from '../route-walk.ts';

type Name = Extract<RouteName, `training.${string}`>;

// --- the walk over the routes

export const visits: Readonly<Record<Name, Visit>> = {
  'training.own': (walk) => walk.ask('training.own', {}),
  'training.begin': (walk) => walk.ask('training.begin', {}),
  'training.finish': async (walk) => {
    const { quizId, questions } = await walk.ask('training.begin', {});
    return walk.ask('training.finish', { quizId, choices: questions.map(() => 0), pin: walk.pin });
  },
  'training.practise': (walk) => walk.ask('training.practise', { tasks: ['open', 'verify'] }),
  'training.ledger': (walk) => walk.ask('training.ledger', {}),
  'training.rule': async (walk) => {
    const { rule } = await walk.ask('training.ledger', {});
    return walk.ask('training.rule', { pass: rule.pass === 80 ? 90 : 80, months: 12, pin: walk.pin });
  },
};

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  training: ['page:training'],
  'training-quiz': ['page:training'],
  'training-done': ['page:training'],
  'training-ledger': ['page:training'],
} as const;

export const flow: Flow<typeof SCREENS> = {
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('training');
    await get(walk, 'training-member').first().waitFor();
    await look('training');
    await get(walk, 'training-begin').click();
    const questions = get(walk, 'training-question');
    await questions.first().waitFor();
    for (let n = 1; n <= (await questions.count()); n += 1) await get(walk, `training-${n}-0`).click();
    await look('training-quiz');
    await get(walk, 'training-quiz-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    await get(walk, 'training-quiz-submit').click();
    await get(walk, 'training-done').waitFor();
    await look('training-done');
    await get(walk, 'training-back').click();
    await get(walk, 'training-say-open').click();
    await get(walk, 'training-confirm').click();
    await get(walk, 'training-result').first().waitFor();
    await look('training-ledger');
    await walk.desk.page.keyboard.press('Escape');
  },
};
