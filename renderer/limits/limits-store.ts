/** The limits in force, what an admin is about to choose, and what that would have done. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Counted, LimitedRole, Limits, Sign, Span } from '../../contract/limits/lists.ts';
import type { LimitsTrial, LimitsView } from '../../contract/limits/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';

export interface LimitsState {
  readonly view: LimitsView | null;
  /** Null while nothing is changed. */
  readonly draft: Limits | null;
  /** Of what is shown; null until it is asked for. */
  readonly trial: LimitsTrial | null;
  readonly busy: 'none' | 'reading' | 'trying' | 'saving';
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly choose: (limits: Limits) => void;
  readonly discard: () => void;
  readonly tryOut: () => Promise<void>;
  /** The PINs go through and are not kept. */
  readonly save: (request: Omit<RouteRequest<'limits.change'>, 'limits'>) => Promise<void>;
}

type Asked = Pick<Bridge['vault'], 'limits.read' | 'limits.change' | 'limits.try'>;

export const createLimitsStore = (ask: Asked) =>
  createStore<LimitsState>()((set, get) => ({
    view: null,
    draft: null,
    trial: null,
    busy: 'none',
    failure: null,

    read: async () => {
      set({ busy: 'reading', failure: null, draft: null, trial: null });
      const reply = await ask['limits.read']({});
      set(reply.ok ? { busy: 'none', view: reply.value } : { busy: 'none', failure: reply.error });
    },

    choose: (limits) => set({ draft: isSame(limits, get().view?.limits) ? null : limits, trial: null }),
    discard: () => set({ draft: null, trial: null, failure: null }),

    tryOut: async () => {
      const limits = get().draft ?? get().view?.limits;
      if (limits === undefined || get().busy !== 'none') return;
      set({ busy: 'trying', failure: null });
      const reply = await ask['limits.try']({ limits });
      set({ busy: 'none', ...(reply.ok ? { trial: reply.value } : { failure: reply.error }) });
    },

    save: async (request) => {
      const { draft } = get();
      if (draft === null) return;
      set({ busy: 'saving', failure: null });
      const reply = await ask['limits.change']({ ...request, limits: draft });
      set(
        reply.ok
          ? { busy: 'none', view: reply.value, draft: null, trial: null }
          : { busy: 'none', failure: reply.error },
      );
    },
  }));

const isSame = (one: Limits, other: Limits | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const withQuota = (
  limits: Limits,
  role: LimitedRole,
  counted: Counted,
  span: Span,
  value: number,
): Limits => ({
  ...limits,
  quotas: {
    ...limits.quotas,
    [role]: { ...limits.quotas[role], [counted]: { ...limits.quotas[role][counted], [span]: value } },
  },
});

export const withSign = (limits: Limits, sign: Sign, value: number): Limits => ({
  ...limits,
  signs: { ...limits.signs, [sign]: value },
});
