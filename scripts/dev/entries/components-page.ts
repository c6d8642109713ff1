/**
 * Every component on a page of its own, over recorded answers. `#button?language=en&theme=dark` shows one of them, `#sheet/long` one state of
 * one that takes the window; `bare` leaves out what leads to the others.
 */
import { BRIDGE_KEY } from '../../../contract/bridge.ts';
import { createRecordedBridge } from '../../../tests/support/recorded-bridge.ts';
import { fetchRecordings } from './fetch-recordings.ts';

const bridge = createRecordedBridge(await fetchRecordings(), { state: 'unlocked', role: 'supervisor' });
Object.defineProperty(window, BRIDGE_KEY, { value: bridge });
// Only now: what is shown reads the bridge as it is loaded.
void import('./components/start.tsx');
