/** The list of reasons in the tests that go over every feature. */
import { nextOwnId, USUAL_REASONS } from '../../../contract/reasons/lists.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import type { VisitsOf } from '../route-walk.ts';

const WORDS = 'a test of reasons';

export const visits: VisitsOf<'reasons'> = {
  'reasons.change': async (walk) => {
    const { list } = await walk.ask('reasons.read', {});
    const words = { zh: '消防检查', en: 'Fire inspection' };
    await walk.ask('reasons.change', {
      list: [...list, { id: nextOwnId(list), words, used: true, ticket: true }],
      words: WORDS,
      pin: walk.pin,
    });
  },
};

// --- the screens

/** The last of the list gets another before it: none that another flow gives is changed. */
const MOVED = USUAL_REASONS.at(-1)!.id;

/** An admin adds one that asks for a ticket, and moves another. */
export const flow = featureFlow({
  place: 150,
  as: 'admin',
  screens: { ...showing(['page:reasons'], 'reasons', 'reasons-add', 'reasons-changed', 'reasons-chosen') },
  async run(walk, look, desk) {
    await desk.open('reasons');
    await look('reasons', { wait: `reasons-${MOVED}` });
    await click(walk, 'reasons-add-open');
    await get(walk, 'reasons-zh').fill('消防检查');
    await get(walk, 'reasons-en').fill('Fire inspection');
    await look('reasons-add');
    await click(walk, 'reasons-add-it', 'reasons-own-1-ticket');
    await look('reasons-changed', { press: `reasons-${MOVED}-up` });
    await click(walk, 'reasons-ask');
    await get(walk, 'reasons-words').fill('消防每月来检查');
    await submitAs(walk, 'admin', 'reasons-submit', 'reasons-save');
    await get(walk, 'reasons-save').waitFor({ state: 'detached', timeout: 20_000 });
    await look('reasons-chosen');
    await desk.page.keyboard.press('Escape');
  },
});
