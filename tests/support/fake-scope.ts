/** Scopes in the fake bridge: what whoever is signed in looks after, and areas that an admin may choose. */
import type { Bridge } from '../../contract/bridge.ts';
import { ok } from '../../contract/result.ts';
import { type Area, OPENED_MINUTES, labelOfArea } from '../../contract/scope/lists.ts';
import type { OwnScope } from '../../contract/scope/routes.ts';
import type { After } from './features/fakes.ts';

const area = (building: string | null, unit: string | null = null): Area => ({ estate: '', building, unit });
const AREAS: readonly (readonly [Area, number])[] = [
  [area(null), 480],
  [area('1'), 160],
  [area('3'), 160],
  [area('5'), 160],
  [area('3', '1'), 80],
  [area('3', '2'), 80],
];

export function fakeScope(after: After): Pick<Bridge['vault'], 'scope.read' | 'scope.open' | 'staff.areas'> {
  let own: OwnScope = { scope: [], opened: [] };
  return {
    'scope.read': (request) => after('scope.read', request, () => ok(own)),
    'scope.open': (request) =>
      after('scope.open', request, () => {
        own = {
          ...own,
          opened: [...own.opened, { about: request.about, until: Date.now() + OPENED_MINUTES * 60_000 }],
        };
        return ok(own);
      }),
    'staff.areas': (request) =>
      after('staff.areas', request, () =>
        ok({
          areas: AREAS.filter(([one]) => labelOfArea(one).includes(request.text.trim())).map(
            ([one, rooms]) => ({
              area: one,
              rooms,
            }),
          ),
          more: false,
        }),
      ),
  };
}
