/** Every route that gives people says how it deals with whoever is restricted: a route that is added is missing here until somebody has thought of it. */
import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';

/**
 * `refused`: the request names the person, and the router refuses it. `left out`: the list is read without them; `restricted.test.ts` and
 * `back-by-a-restore.test.ts` look. Otherwise why they stay.
 */
const DEALT_WITH: Readonly<Partial<Record<RouteName, string>>> = {
  'people.open': 'refused',
  'people.edit': 'refused',
  'people.confirm': 'refused',
  'people.restore': 'refused',
  'people.merge': 'refused',
  'people.undoMerge': 'refused',
  'records.add': 'refused',
  'records.edit': 'refused',
  'records.end': 'refused',
  'records.remove': 'refused',
  'consent.tell': 'refused',
  'consent.takeBack': 'refused',
  'consent.withdraw': 'refused',
  'people.search': 'left out',
  'people.searchNext': 'left out',
  'people.household': 'left out',
  'rooms.open': 'left out',
  'rooms.add': 'left out',
  'rooms.edit': 'left out',
  'consent.missing': 'left out',
  'consent.findChildren': 'left out',
  'idNumbers.without': 'a number that may not be kept goes, whoever is restricted',
  'people.findById': 'a supervisor learns that they are there, so that nobody enters them twice',
  'people.add': 'whom the request has just made',
  'import.preview': 'a workbook is held against everybody, so that nobody is made twice',
  'import.checkUndo': 'whom the import made or changed, for the undo of all of it',
  'emergency.list': 'history: whom an emergency opened',
  'alerts.list': 'history: whom an alert is about',
  'losses.list': 'history: whose change was not kept',
  'scope.read': 'history: what was opened beyond a scope',
  'scope.open': 'the desk is asked for, and nothing of the record is shown',
  'log.list': 'history',
  'accessHistory.list': 'history: the answer to whoever asks who saw them',
  'accessHistory.number': 'history',
  'trace.find': 'history',
  'retention.read': 'the list of whoever is restricted, due, held or back',
  'retention.list': 'the list of whoever is restricted, due, held or back',
  'retention.setRules': 'the list of whoever is restricted, due, held or back',
  'retention.hold': 'the list of whoever is restricted, due, held or back',
  'retention.endHold': 'the list of whoever is restricted, due, held or back',
  'retention.erase': 'the list of whoever is restricted, due, held or back',
  'retention.recall': 'the list of whoever is restricted, due, held or back',
  'retention.endRecall': 'the list of whoever is restricted, due, held or back',
  'retention.eraseRecords': 'the list of whoever is restricted, due, held or back',
  'retention.check': 'the list of whoever is restricted, due, held or back',
  'retention.destroyBackups': 'the list of whoever is restricted, due, held or back',
  'requests.list': 'somebody asks about their own record',
  'requests.takeIn': 'somebody asks about their own record',
  'requests.verify': 'somebody asks about their own record',
  'requests.extend': 'somebody asks about their own record',
  'requests.authorise': 'somebody asks about their own record',
  'requests.restrict': 'somebody asks about their own record',
  'requests.lift': 'somebody asks about their own record',
  'requests.withdrawConsent': 'somebody asks about their own record',
  'requests.decide': 'somebody asks about their own record',
  'requests.erase': 'somebody asks about their own record',
  'requests.letter': 'somebody asks about their own record',
};

/** Whether a number of a person stands anywhere in what a schema takes. */
function namesPeople(schema: z.core.$ZodType, seen = new Set<unknown>()): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).some(
        ([name, part]) => /^(personId|otherId)$/.test(name) || namesPeople(part, seen),
      );
    case 'array':
      return namesPeople(def.element, seen);
    case 'union':
      return def.options.some((one) => namesPeople(one, seen));
    case 'tuple':
      return def.items.some((one) => namesPeople(one, seen));
    case 'nullable':
    case 'optional':
    case 'readonly':
    case 'default':
      return namesPeople(def.innerType, seen);
    case 'record':
      return namesPeople(def.valueType, seen);
    case 'pipe':
      return namesPeople(def.in, seen) || namesPeople(def.out, seen);
    default:
      return false;
  }
}

const giving = ROUTE_NAMES.filter((name) => namesPeople(ROUTES[name].reply));
const naming = new Set(ROUTE_NAMES.filter((name) => namesPeople(ROUTES[name].request)));

describe('routes that give people', () => {
  it('are found by their schemas', () => {
    expect(giving).toEqual(expect.arrayContaining(['people.search', 'rooms.open', 'consent.missing']));
    expect(giving.length).toBeGreaterThan(20);
  });

  it('each say how they deal with whoever is restricted, and no other is listed', () => {
    const said = Object.keys(DEALT_WITH);
    expect(giving.filter((name) => !said.includes(name))).toEqual([]);
    expect(said.filter((name) => !giving.includes(name as RouteName))).toEqual([]);
  });

  it('are refused by the person whom the request names, where they say so', () => {
    const refused = giving.filter((name) => DEALT_WITH[name] === 'refused');
    expect(refused.filter((name) => !naming.has(name))).toEqual([]);
  });
});
