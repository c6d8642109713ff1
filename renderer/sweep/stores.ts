/** Leftover files as they were last read, how far a sweep has come, and what the bell says of them. */
import { createStore } from 'zustand/vanilla';
import type { VaultEvent } from '../../contract/events.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { SweepView } from '../../contract/sweep/routes.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

const { vault, shell } = bridge;

export interface SweepStoreState {
  /** Null until it was read. */
  readonly view: SweepView | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** Of the sweep that runs now. */
  readonly progress: VaultEvent<'sweep.progress'> | null;
  readonly read: () => Promise<void>;
  readonly show: (view: SweepView) => void;
  readonly begin: (drives: boolean) => Promise<void>;
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly schedule: (everyDays: SweepView['everyDays']) => Promise<void>;
  readonly addFolder: () => Promise<void>;
  readonly removeFolder: (folderId: number) => Promise<void>;
  readonly showFile: (findingId: number) => Promise<void>;
  readonly tellProgress: (progress: VaultEvent<'sweep.progress'>) => void;
}

export const sweepStore = createStore<SweepStoreState>()((set, get) => {
  const newest = newestReply(() => vault['sweep.read']({}));
  /** One thing at a time; what comes back is shown. */
  const during = async (work: () => Promise<Result<SweepView>>): Promise<void> => {
    if (get().busy) return;
    set({ busy: true, failure: null });
    const reply = await work();
    set(reply.ok ? { busy: false, view: reply.value } : { busy: false, failure: reply.error });
  };
  return {
    view: null,
    failure: null,
    busy: false,
    progress: null,
    read: async () => {
      const reply = await newest();
      if (reply === null) return;
      set(reply.ok ? { view: reply.value, failure: null } : { failure: reply.error });
    },
    show: (view) => set({ view }),
    begin: async (drives) => {
      set({ progress: null });
      await during(() => vault['sweep.begin']({ drives }));
    },
    pause: () => during(() => vault['sweep.pause']({})),
    resume: () => during(() => vault['sweep.resume']({})),
    cancel: () => during(() => vault['sweep.cancel']({})),
    schedule: (everyDays) => during(() => vault['sweep.schedule']({ everyDays })),
    addFolder: async () => {
      const picked = await shell.pickFile({ use: 'sweep-folder' });
      if (!picked.ok) return set({ failure: picked.error });
      const { file } = picked.value;
      if (file !== null) await during(() => vault['sweep.addFolder']({ fileId: file.fileId }));
    },
    removeFolder: (folderId) => during(() => vault['sweep.removeFolder']({ folderId })),
    showFile: async (findingId) => {
      const reply = await vault['sweep.show']({ findingId });
      if (!reply.ok) set({ failure: reply.error });
    },
    tellProgress: (progress) => set({ progress }),
  };
});

export interface SweepDueState {
  readonly open: number;
  readonly openUnread: number;
  readonly overdueSince: number | null;
  /** Copies of files that were destroyed. */
  readonly left: number;
  readonly read: () => Promise<void>;
}

/** Store of the findings and remnants that the bell warns of. */
export const sweepDueStore = createStore<SweepDueState>()((set) => ({
  open: 0,
  openUnread: 0,
  overdueSince: null,
  left: 0,
  read: async () => {
    const reply = await vault['sweep.due']({});
    if (reply.ok) set(reply.value);
  },
}));
