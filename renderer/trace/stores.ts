/** State of a trace: the result of a mark, and the case file that is being made. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import type { Traced } from '../../contract/trace/routes.ts';
import { bridge } from '../bridge.ts';

type CaseRequest = RouteRequest<'trace.caseFile'>;

export interface TraceState {
  /** The code that was asked about last; null before anything was. */
  readonly code: string | null;
  /** Null where nothing was asked, and where the code is none of this vault's. */
  readonly traced: Traced | null;
  readonly busy: 'none' | 'finding' | 'making';
  readonly failure: Failure | null;
  readonly caseFailure: Failure | null;
  readonly made: (RouteReply<'trace.caseFile'> & { readonly fileName: string }) | null;
  readonly find: (code: string) => Promise<void>;
  /** Asks where it goes first; number and PINs are taken after that, go through, and are not kept. */
  readonly makeCase: (take: () => Omit<CaseRequest, 'fileId'>) => Promise<'made' | 'not-picked' | 'failed'>;
  readonly forget: () => void;
}

type Asked = Pick<Bridge['vault'], 'trace.find' | 'trace.caseFile'>;

const NOTHING = {
  code: null,
  traced: null,
  busy: 'none',
  failure: null,
  caseFailure: null,
  made: null,
} as const;

const createTraceStore = (ask: Asked, { pickFile }: Pick<Bridge['shell'], 'pickFile'>) =>
  createStore<TraceState>()((set, get) => ({
    ...NOTHING,

    find: async (code) => {
      set({ ...NOTHING, code, busy: 'finding' });
      const reply = await ask['trace.find']({ code });
      // Something else has been asked meanwhile, or the page was left.
      if (get().code !== code) return;
      set(
        reply.ok
          ? { traced: reply.value.traced, busy: 'none' }
          : { failure: reply.error, busy: 'none', code: null },
      );
    },

    makeCase: async (take) => {
      set({ busy: 'making', caseFailure: null, made: null });
      const picked = await pickFile({ use: 'pdf', of: 'case-file' });
      if (!picked.ok || picked.value.file === null) {
        set({ busy: 'none', caseFailure: picked.ok ? null : picked.error });
        return picked.ok ? 'not-picked' : 'failed';
      }
      const { fileId, fileName } = picked.value.file;
      const reply = await ask['trace.caseFile']({ ...take(), fileId });
      set(
        reply.ok
          ? { busy: 'none', made: { ...reply.value, fileName } }
          : { busy: 'none', caseFailure: reply.error },
      );
      return reply.ok ? 'made' : 'failed';
    },

    forget: () => set(NOTHING),
  }));

/** Store of the result of a trace, made once over the bridge. It holds masks alone. */
export const traceStore = createTraceStore(bridge.vault, bridge.shell);
