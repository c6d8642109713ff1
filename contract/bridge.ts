/** The one object that the preload exposes, as a type: a method per route, a subscription per event, nothing generic. */
import type { Result } from './result.ts';
import type { PageShellRouteName, RouteName, ShellEventName, VaultEventName } from './route-names.ts';
import type { VaultEvent } from './events.ts';
import type { RouteReply, RouteRequest } from './routes.ts';
import type { ShellEvent, ShellReply, ShellRequest } from './shell/routes.ts';

/** Removes the listener whose subscription returned it. */
export type Unsubscribe = () => void;

/**
 * The object that the page finds on `window`: `vault` and `shell` send requests, `onVault` and `onShell`
 * subscribe to events. A failure comes back as a Result.
 */
export interface Bridge {
  readonly vault: { readonly [N in RouteName]: (request: RouteRequest<N>) => Promise<Result<RouteReply<N>>> };
  readonly shell: {
    readonly [N in PageShellRouteName]: (request: ShellRequest<N>) => Promise<Result<ShellReply<N>>>;
  };
  readonly onVault: {
    readonly [N in VaultEventName]: (listener: (event: VaultEvent<N>) => void) => Unsubscribe;
  };
  readonly onShell: {
    readonly [N in ShellEventName]: (listener: (event: ShellEvent<N>) => void) => Unsubscribe;
  };
}

/** Name of the property on `window`. */
export const BRIDGE_KEY = 'residentVault';
