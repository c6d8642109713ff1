/** Joins the routes of all features; the router knows no other. */
import type { z } from 'zod';
import { backupRoutes } from './backup/routes.ts';
import { custodyRoutes } from './custody/routes.ts';
import type { Role } from './fields.ts';
import { intakeRoutes } from './intake/routes.ts';
import { logRoutes } from './log/routes.ts';
import { policyRoutes } from './policy/routes.ts';
import { recordsRoutes } from './records/routes.ts';
import { recoveryRoutes } from './recovery/routes.ts';
import { residentsRoutes } from './residents/routes.ts';
import type { RouteName } from './route-names.ts';
import type { Route } from './route.ts';
import { searchRoutes } from './search/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { tasksRoutes } from './tasks/routes.ts';

/** Every route of the vault by its name. */
export const ROUTES = {
  ...signInRoutes,
  ...recoveryRoutes,
  ...searchRoutes,
  ...residentsRoutes,
  ...recordsRoutes,
  ...intakeRoutes,
  ...logRoutes,
  ...tasksRoutes,
  ...policyRoutes,
  ...staffRoutes,
  ...custodyRoutes,
  ...backupRoutes,
} as const satisfies Record<RouteName, Route>;
/** Request type of a route. Branded ids come from earlier replies, so a screen passes the parsed type. */
export type RouteRequest<N extends RouteName> = z.infer<(typeof ROUTES)[N]['request']>;

/** Reply type of a route. */
export type RouteReply<N extends RouteName> = z.infer<(typeof ROUTES)[N]['reply']>;

/** Routes that need a signed-in role; the others answer before anybody has signed in. */
export type SignedInRouteName = {
  [N in RouteName]: (typeof ROUTES)[N]['access'] extends readonly Role[] ? N : never;
}[RouteName];

/** A request larger than this, as JSON text, is refused before it is parsed. */
export const MOST_REQUEST_CHARACTERS = 64 * 1024;
