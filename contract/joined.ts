/** Routes, actions, topics and area names that the manifests of a join bring together. */
import type { Actions, AreaWords, Contract } from './manifest.ts';
import type { Routes } from './route.ts';
import type { Wording } from './vocabulary/wording.ts';

/** Manifests by their names, as a module of exports has them. */
type Contracts = Readonly<Record<string, Contract>>;

/** All that each of a union has. */
export type Together<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Every route of these manifests, by name. */
export type RoutesOf<C extends Contracts> = Together<C[keyof C]['routes']>;
/** Every action of these manifests. */
export type ActionsOf<C extends Contracts> = Together<C[keyof C]['actions']>;

/** Areas of routes of which some manifest has a word. */
export type AreasOf<C extends Contracts> = keyof Together<C[keyof C]['areas']>;

/** Errors: a route, an action or an area that two features bring. */
function join<T>(parts: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> {
  const all: Record<string, T> = {};
  for (const [name, part] of parts.flatMap(Object.entries<T>)) {
    if (Object.hasOwn(all, name)) throw new Error(`two features bring ${name}`);
    all[name] = part;
  }
  return all;
}

/** Routes of these manifests, by name. */
export const joinRoutes = <C extends Contracts>(contracts: C): RoutesOf<C> =>
  join(Object.values(contracts).map(({ routes }): Routes => routes)) as RoutesOf<C>;

/** Actions of these manifests. */
export const joinActions = <C extends Contracts>(contracts: C): ActionsOf<C> =>
  join(Object.values(contracts).map(({ actions }): Actions => actions)) as ActionsOf<C>;

/** What log and papers call the actions of these manifests. */
export const joinActionWords = <C extends Contracts>(
  contracts: C,
): Readonly<Record<keyof ActionsOf<C>, Wording>> =>
  join<Wording>(Object.values(contracts).map(({ actionWords }) => actionWords)) as Readonly<
    Record<keyof ActionsOf<C>, Wording>
  >;

/** Returns the Chinese names of all areas of the routes. */
export const joinAreas = (contracts: Contracts): AreaWords =>
  join(Object.values(contracts).map(({ areas }) => areas));
