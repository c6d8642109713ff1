/** The catalogue of events: every route has a decision (which the compiler asks for), and none of those that should enter something is let off. */
import { expect, it } from 'vitest';
import {
  ALWAYS_ALLOWED_ACTIONS,
  BY_THE_CLOCK,
  type Enters,
  ROUTE_ENTRIES,
} from '../../../contract/log/catalogue.ts';
import { LOG_ACTIONS } from '../../../contract/log/entries.ts';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';

const enters = (name: RouteName): Enters | readonly [] => {
  const entered = ROUTE_ENTRIES[name];
  return typeof entered === 'string' ? [] : entered;
};

/** Names of what a request holds, at its top. */
const asked = (name: RouteName): readonly string[] => {
  const { def } = ROUTES[name].request as unknown as { readonly def: { readonly shape?: object } };
  return Object.keys(def.shape ?? {});
};

const isSignedIn = (name: RouteName): boolean => Array.isArray(ROUTES[name].access);

it('decides about every route, and about none that is not there', () =>
  expect(Object.keys(ROUTE_ENTRIES).toSorted()).toEqual(ROUTE_NAMES.toSorted()));

it('has a way into the log for every action', () => {
  const known = new Set<string>([...ROUTE_NAMES.flatMap(enters), ...ALWAYS_ALLOWED_ACTIONS, ...BY_THE_CLOCK]);
  expect(LOG_ACTIONS.filter((action) => !known.has(action))).toEqual([]);
});

it('lets no route off that takes a PIN of whoever is signed in, but the look at a backup', () => {
  const withPin = ROUTE_NAMES.filter(
    (name) =>
      isSignedIn(name) &&
      asked(name).some((part) => ['pin', 'supervisor', 'proof', 'cosigner'].includes(part)),
  );
  expect(withPin.length).toBeGreaterThan(30);
  expect(withPin.filter((name) => enters(name).length === 0)).toEqual(['staff.checkPin', 'backup.look']);
});

it('lets no route off that changes what other screens show', () => {
  const changing = ROUTE_NAMES.filter((name) => ROUTES[name].facts.changes !== undefined);
  expect(changing.filter((name) => enters(name).length === 0)).toEqual(['second.write']);
});

it('asks for a sign-in where it says that nobody is signed in, of no route', () =>
  expect(ROUTE_NAMES.filter((name) => ROUTE_ENTRIES[name] === 'signed-out' && isSignedIn(name))).toEqual([]));
