/** What routes enter in the log: the compiler asks each of them; none of those that should enter something is let off. */
import { expect, it } from 'vitest';
import { marksIn } from '../../../contract/find-marked.ts';
import { ACTIONS, LOG_ACTIONS } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import { ROUTE_NAMES, type RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';

const enters = (name: RouteName): readonly string[] => {
  const entered = ROUTES[name].facts.enters;
  return typeof entered === 'string' ? [] : entered;
};
const isSignedIn = (name: RouteName): boolean => Array.isArray(ROUTES[name].access);

it('has a way into the log for every action', () => {
  const entered = new Set(ROUTE_NAMES.flatMap(enters));
  const without = LOG_ACTIONS.filter((action) => {
    const { besideAny, byTheClock }: ActionFacts = ACTIONS[action];
    return !entered.has(action) && besideAny === undefined && byTheClock === undefined;
  });
  expect(without).toEqual([]);
});

it('lets no route off that takes a PIN of whoever is signed in, but the look at a backup', () => {
  const withPin = ROUTE_NAMES.filter((name) => isSignedIn(name) && ROUTES[name].facts.proof !== 'none');
  expect(withPin.length).toBeGreaterThan(90);
  expect(withPin.filter((name) => enters(name).length === 0)).toEqual(['backup.look']);
});

it('lets no route off that shows a record or a value', () => {
  const showing = ROUTE_NAMES.filter((name) => ['record', 'value'].includes(ROUTES[name].facts.shows));
  expect(showing.length).toBeGreaterThan(15);
  // What the router enters as opened needs no action of its own.
  const off = showing.filter((name) => enters(name).length === 0);
  expect(off.filter((name) => ROUTES[name].facts.enters !== 'as-opened')).toEqual([]);
});

it('lets no route off that changes what other screens show', () => {
  const changing = ROUTE_NAMES.filter((name) => ROUTES[name].facts.changes !== undefined);
  expect(changing.filter((name) => enters(name).length === 0)).toEqual(['second.write']);
});

it('asks for a sign-in where it says that nobody is signed in, of no route', () =>
  expect(
    ROUTE_NAMES.filter((name) => ROUTES[name].facts.enters === 'signed-out' && isSignedIn(name)),
  ).toEqual([]));

it('says of each route whose PIN it takes, as its request has it', () => {
  const wrong = ROUTE_NAMES.filter((name) => {
    const marks = marksIn(ROUTES[name].request);
    const [own, second] = [marks.has('own-pin'), marks.has('second-pin')];
    return ROUTES[name].facts.proof !== (own ? (second ? 'both' : 'own') : second ? 'second' : 'none');
  });
  expect(wrong).toEqual([]);
});
