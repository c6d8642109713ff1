/** No route answers with a clear sealed value, a full name or a full plate before it is revealed, as no role, on no engine; and the walk that says so is seen to fail. */
import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import { ROUTE_NAMES } from '../../../contract/route-names.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import { fail, ok } from '../../../contract/result.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { ENGINE_NAMES } from '../../../main/vault/store/store.ts';
import { findClear, secretsOf } from '../../support/clear-values.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { PLANTED } from '../../support/planted-people.ts';
import { walkRoutes } from '../../support/route-walk.ts';

/** Every route as three roles, each PIN stretched as it is in life. */
const WALK_MS = 400_000;

const callersOf = (route: RouteName): readonly (Role | 'nobody')[] => {
  const { access } = ROUTES[route];
  return Array.isArray(access) ? (access as readonly Role[]) : ['nobody'];
};

describe.each(FEATURE_ENGINE_NAMES)('a walk over every route on %s', (engine) => {
  it(
    'is answered by each route to each role that may call it, and reads nothing in clear, in replies, refusals, events and on the console',
    async () => {
      const said: unknown[] = [];
      const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')].map((spy) =>
        spy.mockImplementation((text: unknown) => said.push(text) > 0),
      );
      const { leaks, answered } = await walkRoutes({ engine }).finally(() => {
        for (const spy of spies) spy.mockRestore();
      });
      expect(leaks).toEqual([]);
      expect(findClear(secretsOf(PLANTED), said)).toEqual([]);
      const missed = ROUTE_NAMES.flatMap((route) =>
        callersOf(route)
          .filter((role) => answered.get(route)?.has(role) !== true)
          .map((role) => `${route} as ${role}`),
      );
      expect(missed).toEqual([]);
    },
    WALK_MS,
  );
});

it(
  'finds a reply that leaks and a refusal that repeats what it refuses, whichever the route',
  async () => {
    const [
      ,
      {
        name,
        sealed: { phone },
      },
    ] = PLANTED;
    const { leaks } = await walkRoutes({
      engine: ENGINE_NAMES[0],
      alter: (_, result) =>
        result.ok
          ? ok({ ...(result.value as object), hint: phone[0].value })
          : fail(result.error.code, { where: name.value }),
    });
    const routesOf = (what: string): readonly string[] =>
      [
        ...new Set(
          leaks.filter((line) => line.includes(`: ${what} of 欧阳**`)).map((line) => line.split(' ')[0]!),
        ),
      ].sort();
    expect(routesOf('phone')).toEqual([...ROUTE_NAMES].sort());
    expect(routesOf('name')).toEqual([...ROUTE_NAMES].sort());
  },
  WALK_MS,
);
