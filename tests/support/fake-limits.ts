/** Limits and alerts in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import type { PersonId } from '../../contract/ids.ts';
import { USUAL_LIMITS } from '../../contract/limits/lists.ts';
import type { AlertView, LimitsView } from '../../contract/limits/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `limits.${string}` | `alerts.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);

const INVENTED: readonly AlertView[] = [
  {
    alertId: 288,
    at: AT - 3_600_000,
    kind: 'lookedAtBy',
    count: 5,
    staffName: null,
    personId: 1 as PersonId,
    personMask: '覃**',
    roomLabel: null,
    reader: 'you',
    seen: { at: AT, staffName: '主管甲', words: '业主失物，全班都查过' },
  },
];

export function fakeLimits(after: After): Pick<Bridge['vault'], Name> {
  let view: LimitsView = { limits: USUAL_LIMITS, chosen: null };
  let alerts = [...INVENTED];
  return {
    'limits.read': (request) => after('limits.read', request, () => ok(view)),
    'limits.change': (request) =>
      after('limits.change', request, () => {
        view = { limits: request.limits, chosen: { at: AT, staffName: '管理员', words: request.words } };
        return ok(view);
      }),
    'limits.try': (request) =>
      after('limits.try', request, () =>
        ok({ days: 30, stopped: 2, waited: 0, alerts: [{ kind: 'quota', count: 2 }] }),
      ),
    'limits.override': (request) => after('limits.override', request, () => ok({ until: AT + 3_600_000 })),
    'alerts.list': (request) =>
      after('alerts.list', request, () =>
        ok({
          open: alerts.filter(({ seen }) => seen === null),
          seen: alerts.filter(({ seen }) => seen !== null),
        }),
      ),
    'alerts.explain': (request) =>
      after('alerts.explain', request, () => {
        const { alertId, words } = request;
        if (!alerts.some((one) => one.alertId === alertId && one.seen === null)) return fail('not-found');
        alerts = alerts.map((one) =>
          one.alertId === alertId ? { ...one, seen: { at: AT, staffName: '主管甲', words } } : one,
        );
        return ok({});
      }),
  };
}
