/** The keys as the vault lists them, and the ceremony that is under way. A PIN passes through and is not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { RotatedKey } from '../../contract/key-rotation.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { RouteReply, VaultEvent } from '../../contract/routes.ts';
import type { KeysView } from '../../contract/views.ts';

/** The keys whose rotation begins on this page. */
export const CEREMONIES = ['store-key', 'device-secret'] as const satisfies readonly RotatedKey[];
export type Ceremony = (typeof CEREMONIES)[number];

export const hasCeremony = (key: RotatedKey): key is Ceremony => CEREMONIES.some((one) => one === key);

export const CEREMONY_STEPS = ['plan', 'needs', 'work', 'result'] as const;
export type CeremonyStep = (typeof CEREMONY_STEPS)[number];
export type KeysStep = 'list' | CeremonyStep;

/** What was compared, where a store was. */
export interface CeremonyResult { readonly rows: number | null; readonly tables: number | null }

interface Begun { readonly key: Ceremony; readonly step: CeremonyStep }

export interface KeysState {
  readonly view: KeysView | null;
  readonly ceremony: Begun | null;
  /** What the store key's rotation needs and has; null until it was looked at. */
  readonly check: RouteReply<'keys.checkStoreKey'> | null;
  readonly busy: 'none' | 'reading' | 'checking' | 'rotating';
  readonly cancelling: boolean;
  readonly progress: VaultEvent<'keys.progress'> | null;
  readonly failure: Failure | null;
  /** Null where it did not come to its switch. */
  readonly result: CeremonyResult | null;
  readonly read: () => Promise<void>;
  readonly begin: (key: Ceremony) => void;
  readonly plan: () => void;
  /** To what is needed, which is looked at anew. */
  readonly prepare: () => Promise<void>;
  /** A wrong PIN leads back to where it is asked for; any other end to what happened. */
  readonly rotate: (pin: string) => Promise<void>;
  /** Ends it as long as it can be ended. */
  readonly cancel: () => Promise<void>;
  /** Back to the list. */
  readonly leave: () => void;
  readonly tellProgress: (progress: VaultEvent<'keys.progress'>) => void;
}

type Routes = Pick<Bridge['vault'], 'keys.list' | 'keys.checkStoreKey' | 'keys.rotateStoreKey' | 'keys.rotateDeviceSecret' | 'keys.cancel'>;

const NO_CEREMONY = { ceremony: null, check: null, progress: null, failure: null, result: null, cancelling: false } as const;

/** Failures of the proof, which can be given again at once. */
const ASKED_AGAIN: ReadonlySet<string> = new Set(['wrong-pin', 'must-wait', 'slot-closed']);

export const createKeysStore = (ask: Routes) => createStore<KeysState>()((set, get) => {
  const at = (step: CeremonyStep): { readonly ceremony: Begun | null } => {
    const { ceremony } = get();
    return { ceremony: ceremony === null ? null : { ...ceremony, step } };
  };
  return {
    view: null, busy: 'none', ...NO_CEREMONY,

    read: async () => {
      set({ busy: 'reading' });
      const reply = await ask['keys.list']({});
      set(reply.ok ? { busy: 'none', view: reply.value, failure: null } : { busy: 'none', failure: reply.error });
    },

    begin: (key) => { if (get().busy === 'none') set({ ...NO_CEREMONY, ceremony: { key, step: 'plan' } }); },

    plan: () => set({ ...at('plan'), failure: null }),

    prepare: async () => {
      const { ceremony } = get();
      if (ceremony === null) return;
      set({ ...at('needs'), failure: null, progress: null, cancelling: false });
      if (ceremony.key !== 'store-key') return;
      set({ busy: 'checking' });
      const reply = await ask['keys.checkStoreKey']({});
      set(reply.ok ? { busy: 'none', check: reply.value } : { busy: 'none', failure: reply.error });
    },

    rotate: async (pin) => {
      const { ceremony, busy } = get();
      if (ceremony === null || busy !== 'none') return;
      set({ ...at('work'), busy: 'rotating', failure: null, progress: null, result: null, cancelling: false });
      const reply = await rotation(ask, ceremony.key, pin);
      if (reply.ok) set({ ...at('result'), busy: 'none', view: reply.value.view, result: reply.value });
      else set({ ...at(ASKED_AGAIN.has(reply.error.code) ? 'needs' : 'result'), busy: 'none', failure: reply.error });
    },

    cancel: async () => {
      if (get().busy !== 'rotating') return;
      set({ cancelling: true });
      await ask['keys.cancel']({});
    },

    leave: () => {
      if (get().busy === 'rotating') return;
      set(NO_CEREMONY);
    },

    tellProgress: (progress) => set({ progress }),
  };
});

async function rotation(ask: Routes, key: Ceremony, pin: string): Promise<Result<CeremonyResult & { readonly view: KeysView }>> {
  if (key === 'store-key') return ask['keys.rotateStoreKey']({ pin });
  const reply = await ask['keys.rotateDeviceSecret']({ pin });
  return reply.ok ? { ok: true, value: { ...reply.value, rows: null, tables: null } } : reply;
}
