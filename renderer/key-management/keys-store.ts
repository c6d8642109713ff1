/** The keys as the vault lists them, and the ceremony that is under way. A PIN passes through and is not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import { type Role, SEALED_TIERS } from '../../contract/fields.ts';
import type { RotatedKey } from '../../contract/key-management/lists.ts';
import { type Failure, type Result, ok } from '../../contract/result.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import type { KeysView } from '../../contract/key-management/views.ts';
import type { SlotId } from '../../contract/ids.ts';

/** A rotation goes through what is needed and the work; a sheet is shown and then proved. */
const ROTATION_STEPS = ['plan', 'needs', 'work', 'result'] as const;
const SHEET_STEPS = ['plan', 'sheet', 'prove', 'result'] as const;
export type CeremonyStep = (typeof ROTATION_STEPS)[number] | (typeof SHEET_STEPS)[number];
export type KeysStep = 'list' | CeremonyStep;

export const stepsOf = (key: RotatedKey): readonly CeremonyStep[] =>
  key === 'recovery-sheet' ? SHEET_STEPS : ROTATION_STEPS;

/** Who signs in to begin it; the other of two people beside them gives their PIN as well. */
export const mayBegin = (key: RotatedKey, role: Role): boolean =>
  role === 'admin' || (role === 'supervisor' && takesTwo(key));
export const takesTwo = (key: RotatedKey): boolean => key === 'tier-keys' || key === 'recovery-sheet';

/** Whether rotating this key rewrites the store, or nearly: room is looked for before, and it can be ended until its switch. */
export const writesStore = (key: RotatedKey): boolean => key === 'store-key' || key === 'tier-keys';

/** The rows that were compared, or the values that were sealed anew. */
export type CeremonyResult =
  | { readonly kind: 'compared'; readonly rows: number; readonly tables: number }
  | { readonly kind: 'resealed'; readonly values: number; readonly unreadable: number }
  | { readonly kind: 'done' };

interface Begun {
  readonly key: RotatedKey;
  readonly step: CeremonyStep;
}

/** The PINs of a rotation: whoever is signed in, and the other of the two where it takes two. */
interface CeremonyProof {
  readonly pin: string;
  readonly cosigner?: { readonly slotId: SlotId; readonly pin: string };
}

export interface KeysState {
  readonly view: KeysView | null;
  readonly ceremony: Begun | null;
  /** Disk space that a rotation of the store needs and finds; null until it was looked at. */
  readonly check: RouteReply<'keys.checkStoreKey'> | null;
  readonly busy: 'none' | 'reading' | 'checking' | 'rotating';
  readonly cancelling: boolean;
  readonly progress: VaultEvent<'keys.progress'> | null;
  readonly failure: Failure | null;
  /** Null where it did not come to its switch. */
  readonly result: CeremonyResult | null;
  readonly read: () => Promise<void>;
  readonly begin: (key: RotatedKey) => void;
  readonly plan: () => void;
  /** To what is needed, which is looked at anew. */
  readonly prepare: () => Promise<void>;
  /** A wrong PIN leads back to where it is asked for; any other end to what happened. */
  readonly rotate: (proof: CeremonyProof) => Promise<void>;
  /** From the sheet to its proof and back. */
  readonly turnSheet: (step: 'sheet' | 'prove') => void;
  /** Of a new sheet; where it is refused it can be tried again at once. */
  readonly finishSheet: (request: RouteRequest<'keys.finishSheet'>) => Promise<Failure | null>;
  /** Ends it as long as it can be ended. */
  readonly cancel: () => Promise<void>;
  /** Back to the list. */
  readonly leave: () => void;
  readonly tellProgress: (progress: VaultEvent<'keys.progress'>) => void;
}

type Routes = Pick<
  Bridge['vault'],
  | 'keys.list'
  | 'keys.checkStoreKey'
  | 'keys.rotateStoreKey'
  | 'keys.rotateDeviceSecret'
  | 'keys.rotateTierKeys'
  | 'keys.finishSheet'
  | 'keys.cancel'
>;

const NO_CEREMONY = {
  ceremony: null,
  check: null,
  progress: null,
  failure: null,
  result: null,
  cancelling: false,
} as const;

/** Failures of the proof, which can be given again at once. */
const ASKED_AGAIN: ReadonlySet<string> = new Set([
  'wrong-pin',
  'wrong-pin-either',
  'must-wait',
  'slot-closed',
]);

export const createKeysStore = (ask: Routes) =>
  createStore<KeysState>()((set, get) => {
    const at = (step: CeremonyStep): { readonly ceremony: Begun | null } => {
      const { ceremony } = get();
      return { ceremony: ceremony === null ? null : { ...ceremony, step } };
    };
    return {
      view: null,
      busy: 'none',
      ...NO_CEREMONY,

      read: async () => {
        set({ busy: 'reading' });
        const reply = await ask['keys.list']({});
        // What was begun meanwhile goes on.
        if (get().busy === 'reading') set({ busy: 'none' });
        set(reply.ok ? { view: reply.value, failure: null } : { failure: reply.error });
      },

      begin: (key) => {
        const { busy } = get();
        if (busy === 'none' || busy === 'reading') set({ ...NO_CEREMONY, ceremony: { key, step: 'plan' } });
      },

      plan: () => set({ ...at('plan'), failure: null }),

      prepare: async () => {
        const { ceremony } = get();
        if (ceremony === null) return;
        set({
          ...at(ceremony.key === 'recovery-sheet' ? 'sheet' : 'needs'),
          failure: null,
          progress: null,
          cancelling: false,
        });
        if (!writesStore(ceremony.key)) return;
        set({ busy: 'checking' });
        const reply = await ask['keys.checkStoreKey']({});
        set(reply.ok ? { busy: 'none', check: reply.value } : { busy: 'none', failure: reply.error });
      },

      rotate: async (proof) => {
        const { ceremony, busy } = get();
        if (ceremony === null || busy === 'checking' || busy === 'rotating') return;
        set({
          ...at('work'),
          busy: 'rotating',
          failure: null,
          progress: null,
          result: null,
          cancelling: false,
        });
        const reply = await rotation(ask, ceremony.key, proof);
        if (reply.ok)
          set({ ...at('result'), busy: 'none', view: reply.value.view, result: reply.value.result });
        else
          set({
            ...at(ASKED_AGAIN.has(reply.error.code) ? 'needs' : 'result'),
            busy: 'none',
            failure: reply.error,
          });
      },

      turnSheet: (step) => set({ ...at(step), failure: null }),

      finishSheet: async (request) => {
        set({ busy: 'rotating' });
        const reply = await ask['keys.finishSheet'](request);
        if (!reply.ok) {
          set({ busy: 'none' });
          return reply.error;
        }
        set({ ...at('result'), busy: 'none', view: reply.value.view, result: { kind: 'done' } });
        return null;
      },

      cancel: async () => {
        if (get().busy !== 'rotating') return;
        set({ cancelling: true });
        await ask['keys.cancel']({});
      },

      leave: () => {
        const { busy, ceremony } = get();
        if (busy === 'rotating') return;
        // A sheet that was begun is forgotten.
        if (ceremony?.key === 'recovery-sheet' && ceremony.step !== 'result') void ask['keys.cancel']({});
        set(NO_CEREMONY);
      },

      tellProgress: (progress) => set({ progress }),
    };
  });

async function rotation(
  ask: Routes,
  key: RotatedKey,
  { pin, cosigner }: CeremonyProof,
): Promise<Result<{ readonly view: KeysView; readonly result: CeremonyResult }>> {
  if (key === 'store-key') {
    const reply = await ask['keys.rotateStoreKey']({ pin });
    return reply.ok
      ? ok({
          view: reply.value.view,
          result: { kind: 'compared', rows: reply.value.rows, tables: reply.value.tables },
        })
      : reply;
  }
  if (key === 'tier-keys' && cosigner !== undefined) {
    const reply = await ask['keys.rotateTierKeys']({ tiers: [...SEALED_TIERS], pin, cosigner });
    return reply.ok
      ? ok({
          view: reply.value.view,
          result: { kind: 'resealed', values: reply.value.values, unreadable: reply.value.unreadable },
        })
      : reply;
  }
  const reply = await ask['keys.rotateDeviceSecret']({ pin });
  return reply.ok ? ok({ view: reply.value.view, result: { kind: 'done' } }) : reply;
}
