/** Walk-rounds in the tests that go over every feature. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { WalkPlace } from '../../../contract/walk-round/routes.ts';
import type { AtDesk, FeatureFlow, Look } from '../../screens/screen-list.ts';
import { click, get, showing, submitAs } from '../../screens/steps.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

/** A result for each place: the first has a finding, the last is not there. */
export const resultsOf = (places: readonly WalkPlace[]): RouteRequest<'walks.finish'>['results'] =>
  places.map(({ ref }, at) => ({
    ref,
    outcome: at === 0 ? 'finding' : at === places.length - 1 ? 'absent' : 'fine',
    words: at === 0 ? '抽屉里有一本旧登记本' : '',
  }));

const addPlace = ({ ask }: Walk) =>
  ask('walks.addPlace', { title: '快递柜', look: '没有写着姓名、电话的面单' });

export const visits: VisitsOf<'walks'> = {
  'walks.addPlace': addPlace,
  'walks.removePlace': async (walk) => {
    const { places } = await addPlace(walk);
    await walk.ask('walks.removePlace', { placeId: places.at(-1)!.placeId! });
  },
  'walks.schedule': ({ ask }) => ask('walks.schedule', { everyMonths: 6 }),
  'walks.finish': async ({ ask, pin }) => {
    const { places } = await ask('walks.list', {});
    await ask('walks.finish', { results: [...resultsOf(places)], pin });
  },
  'walks.print': ({ ask }) => ask('walks.print', { walkId: null }),
};

// --- the screens

const SCREENS = {
  ...showing(['page:walk-round'], 'walk-first', 'walk-place', 'walk-form', 'walk-done', 'walk-open'),
} as const;

/** As the supervisor who is at the page: adds a place, and enters a walk with a finding, or where `isFine` without one. */
export async function enterWalk(
  walk: AtDesk,
  look: Look<typeof SCREENS> = lookAtNothing,
  isFine = false,
): Promise<void> {
  await get(walk, 'walk-places').waitFor();
  await look('walk-first');
  await click(walk, 'walk-add-place');
  await get(walk, 'walk-place-title').fill('快递柜');
  await get(walk, 'walk-place-look').fill('没有写着姓名、电话的面单');
  await look('walk-place');
  await click(walk, 'walk-place-submit');
  await get(walk, 'walk-remove-place').waitFor();
  await click(walk, 'walk-begin');
  await get(walk, 'walk-form').waitFor();
  const places = await walk.desk.page.locator('fieldset').all();
  for (const [at, place] of places.entries())
    await place.getByTestId(at === 0 && !isFine ? 'walk-finding' : 'walk-fine').click();
  if (!isFine) await get(walk, 'walk-words').fill('抽屉里有一本旧登记本');
  await look('walk-form');
  await submitAs(walk, 'supervisor', 'walk-submit', 'walk-form');
  await get(walk, 'walk-form').waitFor({ state: 'detached' });
  await get(walk, 'walk').first().waitFor();
  await look('walk-done');
}

/** A supervisor enters a walk, and looks at it again. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 210,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('walk-round');
    await enterWalk(walk, look);
    await get(walk, 'walk').first().getByRole('button').click();
    await look('walk-open', { wait: 'walk-drawer' });
    await walk.desk.page.keyboard.press('Escape');
  },
};
