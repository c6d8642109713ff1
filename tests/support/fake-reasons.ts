/** The list of reasons in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import { USUAL_REASONS } from '../../contract/reasons/lists.ts';
import type { ReasonsView } from '../../contract/reasons/routes.ts';
import { ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

const AT = Date.UTC(2026, 4, 16, 9);
const FIRST = 5;

export function fakeReasons(after: After): Pick<Bridge['vault'], Extract<RouteName, `reasons.${string}`>> {
  let view: ReasonsView = {
    list: USUAL_REASONS,
    mostUsed: USUAL_REASONS.slice(0, FIRST).map(({ id }) => id),
    chosen: null,
  };
  return {
    'reasons.read': (request) => after('reasons.read', request, () => ok(view)),
    'reasons.change': (request) =>
      after('reasons.change', request, () => {
        const { list, words } = request;
        view = { ...view, list, chosen: { at: AT, staffName: '管理员', words } };
        return ok(view);
      }),
  };
}
