/**
 * The screens in an ordinary browser over recorded answers. The address chooses what it starts with: `?role=supervisor`, `?state=locked`,
 * `?state=refused&problem=keychain-locked`, `?language=en`, `?latency=300`.
 */
import { BRIDGE_KEY } from '../../../contract/bridge.ts';
import {
  type BridgeOptions,
  createRecordedBridge,
  tellChanges,
} from '../../../tests/support/recorded-bridge.ts';
import { fetchRecordings } from './fetch-recordings.ts';

/** Whoever types the address is a developer: what fits no option is theirs to see. */
function optionsOf(query: URLSearchParams): BridgeOptions {
  const { latency, language, ...rest } = Object.fromEntries(query);
  return {
    state: 'unlocked',
    role: 'receptionist',
    ...rest,
    ...(latency === undefined ? {} : { latency: Number(latency) }),
    ...(language === undefined ? {} : { settings: { language } }),
  } as BridgeOptions;
}

const bridge = createRecordedBridge(await fetchRecordings(), optionsOf(new URLSearchParams(location.search)));
Object.defineProperty(window, BRIDGE_KEY, { value: { ...bridge, vault: tellChanges(bridge) } });
// Only now: the screens read the bridge as they are loaded.
void import('../../../renderer/main.tsx');
