/** The pages and keys of the desk, read where there is no window: their stores are made over a hollow bridge, which nothing is asked through. */
import { BRIDGE_KEY } from '../../contract/bridge.ts';
import type { DeskKeyId } from '../../renderer/desk/desk-keys.ts';

const hollow: unknown = new Proxy({}, { get: () => hollow });
Object.defineProperty(globalThis, BRIDGE_KEY, { configurable: true, value: hollow });

export const { PAGES, pageOf } = await import('../../renderer/desk/pages.ts');
export const { ALL_KEYS, keysOf, struckKey } = await import('../../renderer/desk/desk-keys.ts');
export const { actionsOf, areasOf, entryOf, offeredOf } = await import('../../renderer/desk/areas.ts');
export const { findEntries, paletteEntries } = await import('../../renderer/desk/palette-entries.ts');
export const { appStore } = await import('../../renderer/stores.ts');

/** Every key by its name. */
export const KEY_IDS = ALL_KEYS.map(({ id }) => id as DeskKeyId);
