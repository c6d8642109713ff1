/** The only reader of what the preload exposes; every screen asks through this object and knows nothing else of the outside. */
import { BRIDGE_KEY } from '../contract/bridge.ts';
import type { Bridge } from '../contract/bridge.ts';

function readBridge(): Bridge {
  const exposed = (globalThis as unknown as Readonly<Record<string, unknown>>)[BRIDGE_KEY];
  if (typeof exposed !== 'object' || exposed === null) throw new Error('the bridge is missing');
  return exposed as Bridge;
}

export const bridge: Bridge = readBridge();
