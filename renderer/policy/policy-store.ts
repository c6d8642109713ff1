/** The policy as it is, and as an admin is about to have it. PINs pass through and are not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import {
  POLICY_SETTINGS,
  type MaskPreset,
  type Policy,
  type PolicyMask,
  type PolicySetting,
  type SettingValue,
  presetMasks,
  showsMore,
  valueOf,
  withSetting,
} from '../../contract/policy/lists.ts';
import type { Failure } from '../../contract/result.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { PolicyView } from '../../contract/policy/views.ts';
import { toastsStore } from '../ui/toasts.ts';

export interface PolicyChange {
  readonly setting: PolicySetting;
  readonly was: SettingValue;
  readonly becomes: SettingValue;
}

interface Proof {
  readonly words: string;
  readonly pin: string;
  readonly supervisor?: { readonly slotId: SlotId; readonly pin: string };
}

export interface PolicyState {
  readonly view: PolicyView | null;
  /** As it is to be; null while nothing is changed. */
  readonly draft: Policy | null;
  readonly busy: 'none' | 'reading' | 'saving';
  readonly progress: VaultEvent<'policy.progress'> | null;
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly choose: (setting: PolicySetting, value: SettingValue) => void;
  /** Every mask at once. */
  readonly chooseMasks: (preset: MaskPreset) => void;
  readonly discard: () => void;
  readonly apply: (proof: Proof) => Promise<void>;
  /** Ends a change that is being made, as long as it can be ended; the draft stays. */
  readonly cancel: () => Promise<void>;
  readonly tellProgress: (progress: VaultEvent<'policy.progress'>) => void;
}

export const changesOf = (view: PolicyView | null, draft: Policy | null): readonly PolicyChange[] =>
  view === null || draft === null
    ? []
    : POLICY_SETTINGS.flatMap((setting): PolicyChange[] => {
        const [was, becomes] = [valueOf(view, setting), valueOf(draft, setting)];
        return was === becomes ? [] : [{ setting, was, becomes }];
      });

/** Whether a mask is to show more than it does, which takes a supervisor. */
export const needsSupervisor = (changes: readonly PolicyChange[]): boolean =>
  changes.some(({ setting, was, becomes }) => showsMore(setting, was, becomes));

export const createPolicyStore = (
  ask: Pick<Bridge['vault'], 'policy.read' | 'policy.change' | 'policy.cancel'>,
) =>
  createStore<PolicyState>()((set, get) => {
    const draw = (change: (policy: Policy) => Policy): void => {
      const { view, draft, busy } = get();
      if (view === null || busy !== 'none') return;
      const next = change(draft ?? view);
      set({ draft: changesOf(view, next).length === 0 ? null : next, failure: null });
    };
    return {
      view: null,
      draft: null,
      busy: 'none',
      progress: null,
      failure: null,

      read: async () => {
        set({ busy: 'reading', draft: null });
        const reply = await ask['policy.read']({});
        set(
          reply.ok
            ? { busy: 'none', view: reply.value, failure: null }
            : { busy: 'none', failure: reply.error },
        );
      },

      choose: (setting, value) => draw((policy) => withSetting(policy, setting, value)),

      chooseMasks: (preset) => draw((policy) => ({ ...policy, masks: presetMasks(preset) })),

      discard: () => set({ draft: null, failure: null }),

      apply: async (proof) => {
        const { view, draft, busy } = get();
        const changes = changesOf(view, draft);
        if (draft === null || changes.length === 0 || busy !== 'none') return;
        set({ busy: 'saving', failure: null, progress: null });
        const masks = Object.fromEntries(
          changes
            .filter(({ setting }) => setting.startsWith('mask.'))
            .map(({ setting, becomes }) => [setting.slice('mask.'.length) as PolicyMask, becomes]),
        );
        const switches = changes.some(({ setting }) => setting.startsWith('field.'))
          ? { switchedOn: [...draft.switchedOn] }
          : {};
        const reply = await ask['policy.change']({ masks, ...switches, ...proof });
        if (!reply.ok) return set({ busy: 'none', failure: reply.error });
        set({ busy: 'none', view: reply.value, draft: null });
        toastsStore.getState().show({ words: (t) => t('policy.saved') });
      },

      cancel: async () => {
        if (get().busy === 'saving') await ask['policy.cancel']({});
      },

      tellProgress: (progress) => set({ progress }),
    };
  });
