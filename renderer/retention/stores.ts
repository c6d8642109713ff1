/** How it stands with retention as it was last read, and how far a deletion has come. It holds masks alone. */
import { createStore } from 'zustand/vanilla';
import type { VaultEvent } from '../../contract/events.ts';
import { bridge } from '../bridge.ts';
import { createRegisterStore } from '../pages/register-store.ts';

export const retentionStore = createRegisterStore(
  () => bridge.vault['retention.read']({}),
  () => bridge.vault['retention.due']({}),
);

interface ErasingState {
  readonly isErasing: boolean;
  readonly progress: VaultEvent<'retention.progress'> | null;
  readonly begin: () => void;
  readonly end: () => void;
  readonly tell: (progress: VaultEvent<'retention.progress'>) => void;
}

/** A deletion keeps the page until it is done. */
export const erasingStore = createStore<ErasingState>()((set) => ({
  isErasing: false,
  progress: null,
  begin: () => set({ isErasing: true, progress: null }),
  end: () => set({ isErasing: false, progress: null }),
  tell: (progress) => set({ progress }),
}));
