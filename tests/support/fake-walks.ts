/** The answers of the fake bridge about walk-rounds. */
import type { Bridge } from '../../contract/bridge.ts';
import { ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { WalkPlace, Walks } from '../../contract/walk-round/routes.ts';
import type { After } from './features/fakes.ts';
import { FAKE_SOURCE } from './fake-source.ts';

type Name = Extract<RouteName, `walks.${string}`>;

const AT = Date.parse('2026-05-12T10:20:00');
const DESK: WalkPlace = {
  ref: 'desk',
  placeId: null,
  title: '前台',
  titleEn: 'Front desk',
  look: ['台面和抽屉里没有业主名册、登记本'],
  lookEn: ['No roster or booklet on the desk or in a drawer'],
};

export function fakeWalks(after: After): Pick<Bridge['vault'], Name> {
  let walks: Walks = {
    places: [DESK],
    source: FAKE_SOURCE,
    everyMonths: 3,
    due: { dueOn: '2026-08-12', daysLeft: 20 },
    walks: [
      {
        walkId: 1,
        at: AT,
        by: '赵主管',
        findings: 1,
        source: FAKE_SOURCE,
        results: [
          {
            ref: 'desk',
            title: DESK.title,
            titleEn: DESK.titleEn,
            look: DESK.look,
            lookEn: DESK.lookEn,
            outcome: 'finding',
            words: '抽屉里有一本旧登记本',
            rectificationId: 3,
          },
        ],
      },
    ],
  };
  const put = (changes: Partial<Walks>) => {
    walks = { ...walks, ...changes };
    return ok(walks);
  };
  return {
    'walks.list': (request) => after('walks.list', request, () => ok(walks)),
    'walks.due': (request) => after('walks.due', request, () => ok(walks.due)),
    'walks.addPlace': (request) =>
      after('walks.addPlace', request, () => {
        const { title, look } = request;
        const place = { ref: 'own-1', placeId: 1, title, titleEn: title, look: [look], lookEn: [look] };
        return put({ places: [...walks.places, place] });
      }),
    'walks.removePlace': (request) =>
      after('walks.removePlace', request, () =>
        put({ places: walks.places.filter(({ placeId }) => placeId !== request.placeId) }),
      ),
    'walks.schedule': (request) =>
      after('walks.schedule', request, () => put({ everyMonths: request.everyMonths })),
    'walks.finish': (request) => after('walks.finish', request, () => put({})),
    'walks.print': (request) => after('walks.print', request, () => ok({ pages: 1 })),
  };
}
