/** The only reader of what the preload exposes; every screen asks through this object and knows nothing else of the outside. */
import { BRIDGE_KEY, type Bridge } from '../contract/bridge.ts';
import type { Result } from '../contract/result.ts';
import type { RouteName } from '../contract/route-names.ts';
import type { RouteReply, RouteRequest } from '../contract/routes.ts';

function readBridge(): Bridge {
  const exposed = (globalThis as unknown as Readonly<Record<string, unknown>>)[BRIDGE_KEY];
  if (typeof exposed !== 'object' || exposed === null) throw new Error('the bridge is missing');
  return exposed as Bridge;
}

/** A request that was answered, by its route. It may hold a PIN or a value: whoever hears it keeps neither. */
export type Heard = {
  [N in RouteName]: {
    readonly route: N;
    readonly request: RouteRequest<N>;
    readonly reply: Result<RouteReply<N>>;
  };
}[RouteName];

let hear: ((heard: Heard) => void) | null = null;

/** Has one listener hear of every answer from now on; null ends that. */
export function hearAnswers(listener: ((heard: Heard) => void) | null): void {
  hear = listener;
}

const exposed = readBridge();

/** The route as it is exposed at that moment; its answer is told where somebody listens. */
const telling =
  (route: RouteName) =>
  async (request: never): Promise<Result<unknown>> => {
    const reply = await exposed.vault[route](request);
    hear?.({ route, request, reply } as unknown as Heard);
    return reply;
  };

export const bridge: Bridge = {
  vault: new Proxy({} as Bridge['vault'], { get: (_, route: RouteName) => telling(route) }),
  shell: exposed.shell,
  onVault: exposed.onVault,
  onShell: exposed.onShell,
};
