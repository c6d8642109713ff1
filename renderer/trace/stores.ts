/** Store of the result of a trace, made once over the bridge. It holds masks alone. */
import { bridge } from '../bridge.ts';
import { createTraceStore } from './trace-store.ts';

export const traceStore = createTraceStore(bridge.vault, bridge.shell);
