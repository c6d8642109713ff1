/** The routes of all features, of the log, and of what is read from its entries. The router knows no other. */
import type { z } from 'zod';
import { FEATURE_ROUTES } from './features.ts';
import type { Role } from './fields.ts';
import { logRoutes } from './log/routes.ts';
import type { RouteName } from './route-names.ts';
import type { Routes } from './route.ts';
import { traceRoutes } from './trace/routes.ts';
import { accessHistoryRoutes } from './access-history/routes.ts';

/** Every route by its name. */
export const ROUTES = {
  ...FEATURE_ROUTES,
  ...logRoutes,
  ...accessHistoryRoutes,
  ...traceRoutes,
} as const satisfies Routes;
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
