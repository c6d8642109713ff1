/** Scopes as data: what an area has in it, when a scope is wider than another, whose desk a room belongs to, and that every route says how it keeps to one. */
import { describe, expect, it } from 'vitest';
import { marksIn } from '../../../contract/find-marked.ts';
import type { ScopeRule } from '../../../contract/route.ts';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import {
  type Area,
  deskOf,
  isSameScope,
  isWithin,
  labelOfArea,
  widens,
  withoutRepeats,
} from '../../../contract/scope/lists.ts';
import { scopeSchema } from '../../../contract/scope/schemas.ts';
import { requireWithinScope } from '../../../main/vault/scope/guard.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import { parseRoom } from '../../../main/vault/values/room-text.ts';

const area = (building: string | null = null, unit: string | null = null, estate = ''): Area => ({
  estate,
  building,
  unit,
});
const place = (building: string, unit: string, estate = '') => ({ estate, building, unit });

describe('a scope', () => {
  it('has in it what lies in one of its areas, and everything where it has none', () => {
    const scope = [area('3'), area('5', '2')];
    expect(isWithin(scope, place('3', '1'))).toBe(true);
    expect(isWithin(scope, place('5', '2'))).toBe(true);
    expect(isWithin(scope, place('5', '1'))).toBe(false);
    expect(isWithin(scope, place('3', '1', '阳光花园'))).toBe(false);
    expect(isWithin([area()], place('9', '9'))).toBe(true);
    expect(isWithin([], place('9', '9', '阳光花园'))).toBe(true);
  });

  it.each([
    ['from everything to an area', [], [area('3')], false],
    ['from an area to everything', [area('3')], [], true],
    ['to a part of it', [area('3')], [area('3', '1')], false],
    ['from a part to the whole', [area('3', '1')], [area('3')], true],
    ['to another', [area('3')], [area('5')], true],
    ['by another', [area('3')], [area('3'), area('5')], true],
    ['to less', [area('3'), area('5')], [area('5')], false],
    ['from all of an estate to its buildings', [area()], [area('3'), area('5')], false],
  ] as const)('is wider or not %s', (_, was, becomes, wider) => {
    expect(widens(was, becomes)).toBe(wider);
  });

  it('keeps no area that another has in it', () => {
    expect(withoutRepeats([area('3', '1'), area('3'), area('3'), area('5')])).toEqual([area('3'), area('5')]);
  });

  it('is the same in any order', () => {
    expect(isSameScope([area('3'), area('5')], [area('5'), area('3')])).toBe(true);
    expect(isSameScope([area('3')], [area('3', '1')])).toBe(false);
  });

  it('is no scope with a unit and no building', () => {
    expect(scopeSchema.safeParse([area(null, '1')]).success).toBe(false);
    expect(scopeSchema.safeParse([area('3', '1')]).success).toBe(true);
  });

  it('belongs to the narrowest of the others’ areas', () => {
    const desks = [[area()], [area('3')], [area('5', '2')], []];
    expect(deskOf(desks, place('3', '1'))).toEqual(area('3'));
    expect(deskOf(desks, place('5', '2'))).toEqual(area('5', '2'));
    expect(deskOf(desks, place('7', '1'))).toEqual(area());
    expect(deskOf([[], [area('3')]], place('7', '1'))).toBeNull();
  });

  it.each(['3栋2单元1801', '阳光花园3栋2单元1801', 'A栋1单元502', '商场M111', '2-1-1-1102'])(
    'is called as rooms in it are: %s',
    (text) => {
      const room = parseRoom(text)!;
      const label = labelOfArea({ estate: room.estate, building: room.building, unit: room.unit });
      expect(label).not.toBe('');
      expect(room.label.startsWith(label)).toBe(true);
    },
  );
});

describe('the scope rules of the routes', () => {
  const scoped = ROUTE_NAMES.filter((name) => ROUTES[name].facts.scope !== undefined);
  const by = (rule: ScopeRule) => scoped.filter((name) => ROUTES[name].facts.scope === rule);

  it('are stated by each route that a receptionist may call, and by no other', () => {
    expect(scoped).toEqual(
      ROUTE_NAMES.filter(
        (name) => Array.isArray(ROUTES[name].access) && ROUTES[name].access.includes('receptionist' as never),
      ),
    );
  });

  it('let nobody but an emergency, and what asks a supervisor, go over a scope', () => {
    expect(by('over').toSorted()).toEqual(['emergency.begin', 'scope.open']);
  });

  it('ask a supervisor for each request of a route that is supervised', () => {
    const supervised = by('supervised');
    expect(supervised).toContain('import.apply');
    expect(supervised.filter((name) => !marksIn(ROUTES[name].request).has('second-pin'))).toEqual([]);
  });

  it.each([...by('supervised'), ...by('over')])(
    'let %s go over no scope without a PIN, should its schema ever let it through',
    async (name) => {
      const session = {
        signedIn: { role: 'receptionist', staffId: 's' },
        roster: { members: new Map([['s', { scope: [area('3')] }]]) },
        clock: { now: () => 0 },
      } as unknown as Session;
      await expect(requireWithinScope(session, name, { personId: 1 }, {})).rejects.toMatchObject({
        code: 'needs-supervisor',
      });
    },
  );

  it('call nobody’s what leads to no resident and no room, and nothing else', () => {
    const leads = (name: RouteName) =>
      [...marksIn(ROUTES[name].request), ...marksIn(ROUTES[name].reply)].some((mark) =>
        /(>(people|rooms|both)|^room-text)$/.test(mark),
      );
    expect(by('nobody').filter(leads)).toEqual([]);
    expect(by('ids').filter((name) => !leads(name))).toEqual([]);
  });
});
