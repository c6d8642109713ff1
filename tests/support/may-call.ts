/** Whom a route is for. */
import type { Role } from '../../contract/fields.ts';
import type { Route } from '../../contract/route.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';

/** Whether somebody who is signed in in that role may ask it; false of what is asked before a sign-in. */
export function mayCall(route: RouteName, role: Role): boolean {
  const { access }: Pick<Route, 'access'> = ROUTES[route];
  return typeof access !== 'string' && access.includes(role);
}
