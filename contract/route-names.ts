/** The names alone. A bundle has them in the place of the routes (scripts/build/inline-route-names.ts): neither the preload nor a page has any use for schemas. */
import { ROUTES, type RouteName } from './routes.ts';

export type { RouteName };
/** The names of all routes. */
export const ROUTE_NAMES = Object.keys(ROUTES) as readonly RouteName[];
/** Area of a route: its name up to the dot. */
export type RouteArea<R extends RouteName = RouteName> = R extends `${infer A}.${string}` ? A : never;
/** Every area, each once. */
export const ROUTE_AREAS: readonly RouteArea[] = [
  ...new Set(ROUTE_NAMES.map((name) => name.slice(0, name.indexOf('.')) as RouteArea)),
];

/**
 * Routes of main itself (ipcMain): windows, dialogs, printing, settings. None carries a PIN or a resident's
 * field.
 */
export const SHELL_ROUTE_NAMES = [
  'lock',
  'activity',
  'pickFile',
  'readSettings',
  'writeSettings',
  'printSheet',
  'saveSheet',
  'copyValue',
  'restartVault',
  'enterPractice',
  'leavePractice',
  'discardPractice',
  'keepTour',
  'appInfo',
] as const;
export type ShellRouteName = (typeof SHELL_ROUTE_NAMES)[number];

/**
 * Shell routes that the page may call. Only the preload reports activity, from real input, so that a script
 * in the page cannot defer the lock.
 */
export const PAGE_SHELL_ROUTE_NAMES = SHELL_ROUTE_NAMES.filter(
  (name): name is PageShellRouteName => name !== 'activity',
);
/** A shell route that the page may call. */
export type PageShellRouteName = Exclude<ShellRouteName, 'activity'>;

/** Events that the vault sends over the port. */
export const VAULT_EVENT_NAMES = [
  'import.progress',
  'policy.progress',
  'backup.progress',
  'keys.progress',
  'log.progress',
  'exports.progress',
  'sweep.progress',
  'retention.progress',
  'estateTransfer.progress',
  'evidence.progress',
  'disposals.progress',
  'changed',
  'session.expiring',
  'session.readOnly',
  'desks.state',
] as const;
export type VaultEventName = (typeof VAULT_EVENT_NAMES)[number];

/** Events that main sends. */
export const SHELL_EVENT_NAMES = ['idleDeadline', 'idleWarning', 'covered', 'practiceMaking'] as const;
export type ShellEventName = (typeof SHELL_EVENT_NAMES)[number];
