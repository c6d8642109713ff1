/** Scopes as data: what an area has in it, when a scope is wider than another, whose desk a room belongs to, and that every route says how it keeps to one. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { personIdSchema, roomIdSchema } from '../../../contract/ids.ts';
import { ROUTE_NAMES } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { ROUTE_SCOPES } from '../../../contract/scope/catalogue.ts';
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

/** Whether a schema has one of these in it, at any depth. */
function holds(schema: z.ZodType, sought: readonly z.ZodType[]): boolean {
  const seen = new Set<unknown>();
  const look = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    if (sought.includes(value as z.ZodType)) return true;
    if ('_zod' in value) return look((value as { _zod: { def: unknown } })._zod.def);
    return Object.values(value).some(look);
  };
  return look(schema);
}

describe('the catalogue of scopes', () => {
  const ofDesk = ROUTE_NAMES.filter(
    (name) => Array.isArray(ROUTES[name].access) && ROUTES[name].access.includes('receptionist' as never),
  );

  it('has a line for each route that a receptionist may call, and for no other', () => {
    expect(Object.keys(ROUTE_SCOPES).sort()).toEqual([...ofDesk].sort());
  });

  it('says whom a route names wherever its request has the number of a person or a room', () => {
    const naming = ofDesk.filter((name) => holds(ROUTES[name].request, [personIdSchema, roomIdSchema]));
    expect(naming).toContain('people.open');
    expect(naming).toContain('scope.open');
    // Numbers of imports, of papers and of procedures have the same schema; a supervisor stands beside whoever undoes an import.
    const others = naming.filter(
      (name) => typeof ROUTE_SCOPES[name as keyof typeof ROUTE_SCOPES] === 'string',
    );
    expect(others.sort()).toEqual([
      'emergency.begin',
      'import.checkUndo',
      'import.undo',
      'papers.destroy',
      'papers.lose',
      'procedures.read',
      'procedures.sign',
      'scope.open',
    ]);
  });

  it('lets nobody but an emergency, and what asks a supervisor, go over a scope', () => {
    expect(Object.entries(ROUTE_SCOPES).flatMap(([name, rule]) => (rule === 'over' ? [name] : []))).toEqual([
      'emergency.begin',
      'scope.open',
    ]);
  });

  it('calls nobody’s what shows residents or rooms', () => {
    const showing = Object.entries(ROUTE_SCOPES).flatMap(([name, rule]) =>
      rule === 'nobody' &&
      holds(ROUTES[name as keyof typeof ROUTE_SCOPES].reply, [personIdSchema, roomIdSchema])
        ? [name]
        : [],
    );
    // What may be opened for now, by its number alone; numbers of papers and of procedures have the same schema.
    expect(showing.filter((name) => !/^(papers|procedures)\./.test(name))).toEqual(['scope.read']);
  });
});
