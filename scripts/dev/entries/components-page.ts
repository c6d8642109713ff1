/**
 * Every component on a page of its own, over the fake bridge. `#button?language=en&theme=dark` shows one of them, `#sheet/long` one state of
 * one that takes the window; `bare` leaves out what leads to the others.
 */
import { BRIDGE_KEY } from '../../../contract/bridge.ts';
import { createFakeBridge } from '../../../tests/support/fake-bridge.ts';

const bridge = createFakeBridge({ state: 'unlocked', role: 'supervisor', people: 12 });
Object.defineProperty(window, BRIDGE_KEY, { value: bridge });
// Only now: what is shown reads the bridge as it is loaded.
void import('./components/start.tsx');
