/** An inspection in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import type { Inspection } from '../../contract/inspection/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `inspection.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);

export function fakeInspection(after: After): Pick<Bridge['vault'], Name> {
  let inspection: Inspection | null = null;
  return {
    'inspection.read': (request) => after('inspection.read', request, () => ok({ inspection })),
    'inspection.begin': (request) =>
      after('inspection.begin', request, () => {
        inspection = {
          who: request.who,
          until: AT + request.minutes * 60_000,
          shared: request.shared,
        };
        return ok({ inspection });
      }),
    'inspection.print': (request) =>
      after('inspection.print', request, () => (inspection === null ? fail('not-found') : ok({}))),
    'inspection.end': (request) =>
      after('inspection.end', request, () => {
        if (inspection === null) return fail('not-found');
        inspection = null;
        return ok({ inspection });
      }),
  };
}
