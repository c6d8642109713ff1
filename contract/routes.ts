/** The routes of all features, of the log, and of what is read from its entries. The router knows no other. */
import type { z } from 'zod';
import type { ChangeTopic } from './changes.ts';
import * as features from './features.ts';
import type { Role } from './fields.ts';
import { type AreasOf, joinAreas, joinRoutes } from './joined.ts';
import type { LogAction } from './log/entries.ts';
import type { AreaWords } from './manifest.ts';
import * as readers from './readers.ts';
import type { WithoutEntry } from './route.ts';

/** Every route by its name. */
export const ROUTES = { ...joinRoutes(features), ...joinRoutes(readers) };

/** Name of a route: `area.what`. */
export type RouteName = keyof typeof ROUTES;

type FactsOf<N extends RouteName> = (typeof ROUTES)[N]['facts'];
/** Of a route that changes nothing the compiler knows no topics. */
type TopicsOf<N extends RouteName> = NonNullable<FactsOf<N>['changes']>[number] extends infer T
  ? string extends T
    ? never
    : T
  : never;
type Entered = { [N in RouteName]: Exclude<FactsOf<N>['enters'], WithoutEntry>[number] }[RouteName];
type Changed = { [N in RouteName]: TopicsOf<N> }[RouteName];

/** Does not compile where a route enters what no manifest has as an action, or changes what none has as a topic. */
type Unknown = Exclude<Entered, LogAction> | Exclude<Changed, ChangeTopic>;
true satisfies [Unknown] extends [never] ? true : { readonly 'in no manifest': Unknown };

type IdsOf<N extends RouteName> = NonNullable<(typeof ROUTES)[N]['ids']>;
/** A kind of ids of some route that lead to residents or rooms. */
export type LeadingKind = { [N in RouteName]: IdsOf<N> }[RouteName] extends `${infer K}>${string}`
  ? K
  : never;

type Worded = AreasOf<typeof features> | AreasOf<typeof readers>;
type Area = RouteName extends `${infer A}.${string}` ? A : never;
/** Chinese names of the areas of the routes; does not compile where one has no word in any manifest. */
export const AREA_WORDS: [Area] extends [Worded]
  ? AreaWords
  : { readonly 'no word for': Exclude<Area, Worded> } = {
  ...joinAreas(features),
  ...joinAreas(readers),
};

/** Request type of a route. */
export type RouteRequest<N extends RouteName> = z.infer<(typeof ROUTES)[N]['request']>;

/** Reply type of a route. */
export type RouteReply<N extends RouteName> = z.infer<(typeof ROUTES)[N]['reply']>;

/** Routes that need a signed-in role; the others answer before anybody has signed in. */
export type SignedInRouteName = {
  [N in RouteName]: (typeof ROUTES)[N]['access'] extends readonly Role[] ? N : never;
}[RouteName];

/** A request larger than this, as JSON text, is refused before it is parsed. */
export const MAX_REQUEST_CHARACTERS = 64 * 1024;
