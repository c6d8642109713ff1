/**
 * The screens in an ordinary browser over the fake bridge. The address chooses what it starts with: `?role=supervisor`, `?state=locked`,
 * `?state=refused&problem=keychain-locked`, `?language=en`, `?people=5000`, `?latency=300`.
 */
import { BRIDGE_KEY } from '../../../contract/bridge.ts';
import { type FakeOptions, createFakeBridge, tellChanges } from '../../../tests/support/fake-bridge.ts';

/** Whoever types the address is a developer: what fits no option is theirs to see. */
function optionsOf(query: URLSearchParams): FakeOptions {
  const { people, latency, language, ...rest } = Object.fromEntries(query);
  return {
    state: 'unlocked',
    role: 'receptionist',
    ...rest,
    ...(people === undefined ? {} : { people: Number(people) }),
    ...(latency === undefined ? {} : { latency: Number(latency) }),
    ...(language === undefined ? {} : { settings: { language } }),
  } as FakeOptions;
}

const bridge = createFakeBridge(optionsOf(new URLSearchParams(location.search)));
Object.defineProperty(window, BRIDGE_KEY, { value: { ...bridge, vault: tellChanges(bridge) } });
// Only now: the screens read the bridge as they are loaded.
void import('../../../renderer/main.tsx');
