/** How it stands with ID numbers, as it was last read: counts and masks alone. */
import { createStore } from 'zustand/vanilla';
import type { VaultEvent } from '../../contract/events.ts';
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const idNumbersStore = createRegisterStore(
  () => bridge.vault['idNumbers.read']({}),
  () => bridge.vault['idNumbers.read']({}),
);

interface RemovingState {
  readonly isRunning: boolean;
  readonly progress: VaultEvent<'retention.progress'> | null;
}

/** A removal keeps the page until it is done. */
export const removingStore = createStore<RemovingState>()(() => ({ isRunning: false, progress: null }));
