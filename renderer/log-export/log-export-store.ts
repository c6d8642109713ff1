/** The register of exports, and the export that is being written. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { LogExportView } from '../../contract/log-export/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';

type Request = RouteRequest<'exports.write'>;
/** Request of an export as the form gives it, before its place is known. */
export type ExportPlan = Omit<Request, 'fileId' | 'pin' | 'approver'>;

export interface LogExportState {
  /** Newest first; null until it was read. */
  readonly exports: readonly LogExportView[] | null;
  readonly isOpen: boolean;
  readonly busy: 'none' | 'picking' | 'writing';
  readonly isCancelling: boolean;
  readonly progress: VaultEvent<'exports.progress'> | null;
  /** The last one that was written, until another form is opened. */
  readonly written: (RouteReply<'exports.write'> & { readonly fileName: string }) | null;
  /** Why the register could not be read, and why no export was written. */
  readonly readFailure: Failure | null;
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly open: () => void;
  readonly close: () => void;
  /** Asks where it goes first; the PINs are taken after that, go through, and are not kept. */
  readonly write: (
    plan: ExportPlan,
    takePins: () => Pick<Request, 'pin' | 'approver'>,
  ) => Promise<'written' | 'not-picked' | 'failed'>;
  readonly cancel: () => Promise<void>;
  readonly tellProgress: (progress: VaultEvent<'exports.progress'>) => void;
}

type Asked = Pick<Bridge['vault'], 'exports.list' | 'exports.write' | 'exports.cancel'>;

export const createLogExportStore = (ask: Asked, { pickFile }: Pick<Bridge['shell'], 'pickFile'>) =>
  createStore<LogExportState>()((set, get) => ({
    exports: null,
    isOpen: false,
    busy: 'none',
    isCancelling: false,
    progress: null,
    written: null,
    readFailure: null,
    failure: null,

    read: async () => {
      const reply = await ask['exports.list']({});
      set(reply.ok ? { exports: reply.value.exports, readFailure: null } : { readFailure: reply.error });
    },

    open: () => set({ isOpen: true, failure: null, written: null }),
    close: () => set({ isOpen: false, failure: null }),

    write: async (plan, takePins) => {
      set({ busy: 'picking', failure: null });
      const picked = await pickFile({ use: 'log-export', format: plan.format });
      if (!picked.ok) {
        set({ busy: 'none', failure: picked.error });
        return 'failed';
      }
      const { file } = picked.value;
      if (file === null) {
        set({ busy: 'none' });
        return 'not-picked';
      }
      set({ busy: 'writing', progress: null, isCancelling: false });
      const reply = await ask['exports.write']({ ...plan, ...takePins(), fileId: file.fileId });
      if (!reply.ok) {
        set({ busy: 'none', failure: reply.error });
        // One that failed on its way to the disk has its entries.
        await get().read();
        return 'failed';
      }
      set({ busy: 'none', isOpen: false, written: { ...reply.value, fileName: file.fileName } });
      await get().read();
      return 'written';
    },

    cancel: async () => {
      set({ isCancelling: true });
      await ask['exports.cancel']({});
    },

    tellProgress: (progress) => set({ progress }),
  }));
