/** The desks of an estate in the tests that go over every feature; two of them meet in `tests/e2e/many-desks.test.ts`. */
import { featureFlow, showing } from '../../screens/steps.ts';

export const visits = {};

export const flow = featureFlow({
  place: 300,
  as: 'admin',
  screens: showing(['page:desks'], 'desks-none', 'desks-draw', 'desks-begin'),
  async run(_walk, look, desk) {
    await desk.open('desks');
    await look('desks-none', { wait: 'desks-none' });
    await look('desks-draw', { press: 'desks-begin', wait: 'desks-draw-form' });
    await look('desks-begin', { press: 'desks-draw-submit', wait: 'desks-begin-form' });
    await desk.page.keyboard.press('Escape');
  },
});
