/** Backups as an admin sees them, and the steps of a restore. PINs and the sheet pass through and are not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { BackupWarning } from '../../contract/backup/lists.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { BackupView, RestoreLook } from '../../contract/backup/views.ts';
import type { FileId, SlotId } from '../../contract/ids.ts';
import { newestReply } from '../pages/newest-reply.ts';

export const RESTORE_STEPS = ['open', 'look', 'run', 'done'] as const;
export type RestoreStep = (typeof RESTORE_STEPS)[number];

export type BackupPanel =
  | { readonly kind: 'none' | 'settings' }
  | { readonly kind: 'test' | 'restore'; readonly name: string };

/** Proof that opens a backup: the own PIN, and the sheet where that is not enough. */
export interface BackupProof {
  readonly pin: string;
  readonly sheet?: string;
}

interface RestoreProof extends BackupProof {
  /** Why. */
  readonly words: string;
  /** Where values have to be sealed anew. */
  readonly supervisor?: { readonly slotId: SlotId; readonly pin: string };
}

type Busy = 'none' | 'reading' | 'making' | 'saving' | 'testing' | 'looking' | 'restoring';

export interface BackupState {
  readonly view: BackupView | null;
  /** A folder that was picked to look into, instead of the one that was chosen. */
  readonly elsewhere: { readonly fileId: FileId; readonly fileName: string } | null;
  /** A folder that is about to be chosen. */
  readonly picked: { readonly fileId: FileId; readonly fileName: string } | null;
  readonly panel: BackupPanel;
  readonly busy: Busy;
  readonly cancelling: boolean;
  readonly progress: VaultEvent<'backup.progress'> | null;
  readonly failure: Failure | null;
  readonly made: RouteReply<'backup.make'> | null;
  readonly tested: RouteReply<'backup.test'> | null;
  readonly step: RestoreStep;
  readonly look: RestoreLook | null;
  /** The sheet is asked for again, so that it is nowhere kept: whether it was what opened the backup, or a PIN turned out not to be enough. */
  readonly bySheet: boolean;
  readonly restored: RouteReply<'backup.restore'> | null;
  readonly read: () => Promise<void>;
  readonly show: (panel: BackupPanel) => void;
  readonly pickFolder: () => Promise<void>;
  readonly choose: (choice: {
    readonly on: boolean;
    readonly hour: number;
    readonly pin: string;
    /** The first backup is made and tried out at once, by the same PIN. */
    readonly tries: boolean;
  }) => Promise<void>;
  readonly lookElsewhere: () => Promise<void>;
  readonly lookHere: () => Promise<void>;
  readonly make: () => Promise<void>;
  readonly test: (proof: BackupProof) => Promise<void>;
  readonly lookAt: (proof: BackupProof) => Promise<void>;
  readonly restore: (proof: RestoreProof) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly tellProgress: (progress: VaultEvent<'backup.progress'>) => void;
  readonly leave: () => void;
}

type Asks = Pick<
  Bridge['vault'],
  | 'backup.read'
  | 'backup.choose'
  | 'backup.make'
  | 'backup.test'
  | 'backup.look'
  | 'backup.restore'
  | 'backup.cancel'
>;

/** Refusals after which the recovery sheet of that time is asked for, since no PIN here opens the backup. */
const TAKES_SHEET: ReadonlySet<Failure['code']> = new Set(['backup-needs-sheet', 'backup-older-keys']);

const NONE: BackupPanel = { kind: 'none' };
const NOTHING_DONE = {
  made: null,
  tested: null,
  look: null,
  restored: null,
  failure: null,
  step: 'open',
  bySheet: false,
} as const;

export const createBackupStore = (ask: Asks, { pickFile }: Pick<Bridge['shell'], 'pickFile'>) =>
  createStore<BackupState>()((set, get) => {
    /** One thing at a time; the failure stays for the panel to show. */
    const during = async <T>(
      busy: Busy,
      work: () => Promise<Result<T>>,
      done: (value: T) => Partial<BackupState>,
    ): Promise<boolean> => {
      if (get().busy !== 'none') return false;
      set({ busy, failure: null, progress: null, cancelling: false });
      const reply = await work();
      set(reply.ok ? { busy: 'none', ...done(reply.value) } : { busy: 'none', failure: reply.error });
      return reply.ok;
    };
    const nameIn = (panel: BackupPanel): string => ('name' in panel ? panel.name : '');
    const openRequest = <Proof extends BackupProof>(proof: Proof) => ({
      folderId: get().elsewhere?.fileId ?? null,
      name: nameIn(get().panel),
      ...proof,
    });
    const readAgain = () =>
      during(
        'reading',
        () => ask['backup.read']({ folderId: get().elsewhere?.fileId ?? null }),
        (view) => ({ view }),
      );

    return {
      view: null,
      elsewhere: null,
      picked: null,
      panel: NONE,
      busy: 'none',
      cancelling: false,
      progress: null,
      ...NOTHING_DONE,

      read: async () => void (await readAgain()),
      show: (panel) => set({ panel, picked: null, ...NOTHING_DONE }),

      pickFolder: async () => {
        const reply = await pickFile({ use: 'folder' });
        if (!reply.ok) set({ failure: reply.error });
        else if (reply.value.file !== null) set({ picked: reply.value.file, failure: null });
      },

      choose: async ({ on, hour, pin, tries }) => {
        const folderId = get().picked?.fileId ?? null;
        const isSaved = await during(
          'saving',
          () => ask['backup.choose']({ folderId, on, hour, pin }),
          (view) => ({ view, picked: null, panel: NONE, elsewhere: null }),
        );
        if (!isSaved || !tries) return;
        await get().make();
        const [newest] = get().made === null ? [] : (get().view?.backups ?? []);
        if (newest === undefined) return;
        set({ panel: { kind: 'test', name: newest.name } });
        await get().test({ pin });
      },

      lookElsewhere: async () => {
        const reply = await pickFile({ use: 'folder' });
        if (!reply.ok) return set({ failure: reply.error });
        if (reply.value.file === null) return;
        set({ elsewhere: reply.value.file, panel: NONE, ...NOTHING_DONE });
        await readAgain();
      },

      lookHere: async () => {
        set({ elsewhere: null, panel: NONE, ...NOTHING_DONE });
        await readAgain();
      },

      make: async () => {
        set({ panel: NONE, ...NOTHING_DONE });
        if (
          await during(
            'making',
            () => ask['backup.make']({}),
            (made) => ({ made }),
          )
        )
          await readAgain();
      },

      test: async (proof) => {
        if (
          await during(
            'testing',
            () => ask['backup.test'](openRequest(proof)),
            (tested) => ({ tested }),
          )
        )
          await readAgain();
      },

      lookAt: async (proof) => {
        await during(
          'looking',
          () => ask['backup.look'](openRequest(proof)),
          (look) => ({ look, step: 'look', bySheet: proof.sheet !== undefined }),
        );
      },

      restore: async (proof) => {
        set({ step: 'run' });
        const done = await during(
          'restoring',
          () => ask['backup.restore'](openRequest(proof)),
          (restored) => ({ restored, step: 'done' }),
        );
        if (!done)
          set(({ failure, bySheet }) => ({
            step: 'look',
            bySheet: bySheet || (failure !== null && TAKES_SHEET.has(failure.code)),
          }));
      },

      cancel: async () => {
        set({ cancelling: true });
        await ask['backup.cancel']({});
      },

      tellProgress: (progress) => set({ progress }),
      leave: () => set({ panel: NONE, picked: null, elsewhere: null, ...NOTHING_DONE }),
    };
  });

export interface BackupWarningState {
  readonly warning: BackupWarning | null;
  readonly lastAt: number | null;
  /** It was read: until then `warning` says nothing. */
  readonly known: boolean;
  /** Of the last read. */
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
}

/** Creates the store of the backup warning at the foot of every screen. */
export const createBackupWarningStore = (ask: Bridge['vault']['backup.warning']) => {
  const newest = newestReply(() => ask({}));
  return createStore<BackupWarningState>()((set) => ({
    warning: null,
    lastAt: null,
    known: false,
    failure: null,
    read: async () => {
      const reply = await newest();
      if (reply === null) return;
      set(reply.ok ? { ...reply.value, known: true, failure: null } : { failure: reply.error });
    },
  }));
};
