/**
 * Names of all routes and events, without schemas, for the preload. routes.ts does not compile unless it
 * covers them all.
 */
import { BACKUP_ROUTES } from './backup/names.ts';
import { CUSTODY_ROUTES } from './custody/names.ts';
import { INTAKE_ROUTES } from './intake/names.ts';
import { LOG_ROUTES } from './log/names.ts';
import { POLICY_ROUTES } from './policy/names.ts';
import { RECORDS_ROUTES } from './records/names.ts';
import { RECOVERY_ROUTES } from './recovery/names.ts';
import { RESIDENTS_ROUTES } from './residents/names.ts';
import { SEARCH_ROUTES } from './search/names.ts';
import { SIGN_IN_ROUTES } from './sign-in/names.ts';
import { STAFF_ROUTES } from './staff/names.ts';
import { TASKS_ROUTES } from './tasks/names.ts';

/** Every route of the vault. */
export const ROUTE_NAMES = [
  ...SIGN_IN_ROUTES,
  ...RECOVERY_ROUTES,
  ...SEARCH_ROUTES,
  ...RESIDENTS_ROUTES,
  ...RECORDS_ROUTES,
  ...INTAKE_ROUTES,
  ...LOG_ROUTES,
  ...TASKS_ROUTES,
  ...POLICY_ROUTES,
  ...STAFF_ROUTES,
  ...CUSTODY_ROUTES,
  ...BACKUP_ROUTES,
] as const;
export type RouteName = (typeof ROUTE_NAMES)[number];
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
  'pickWorkbook',
  'pickRejects',
  'pickBackupFolder',
  'readSettings',
  'writeSettings',
  'printSheet',
  'saveSheet',
  'restartVault',
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
  'changed',
  'session.expiring',
  'session.readOnly',
] as const;
export type VaultEventName = (typeof VAULT_EVENT_NAMES)[number];

/** Events that main sends. */
export const SHELL_EVENT_NAMES = ['idleDeadline', 'idleWarning'] as const;
export type ShellEventName = (typeof SHELL_EVENT_NAMES)[number];
