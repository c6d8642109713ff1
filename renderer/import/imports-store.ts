/** The imports of the past, and undoing one of them: masked, PINs pass through and are not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { ImportRun, OpenFlags, UndoCheck, UndoResult } from '../../contract/import/views.ts';

export interface ImportsState {
  readonly runs: readonly ImportRun[];
  readonly more: boolean;
  /** Cells that wait to be looked at; null before they were read. */
  readonly flags: OpenFlags | null;
  readonly busy: 'none' | 'reading' | 'checking' | 'undoing';
  readonly cancelling: boolean;
  /** Preview of undoing the chosen import. */
  readonly check: UndoCheck | null;
  readonly keepEdited: boolean;
  readonly progress: VaultEvent<'import.progress'> | null;
  /** Imports go over the whole estate, and whoever is signed in looks after a part of it. */
  readonly isElsewhere: boolean;
  readonly result: UndoResult | null;
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly readOlder: () => Promise<void>;
  readonly choose: (importId: number) => Promise<void>;
  readonly keep: (keepEdited: boolean) => void;
  readonly undo: (supervisor: { readonly slotId: SlotId; readonly pin: string }) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly tellProgress: (progress: VaultEvent<'import.progress'>) => void;
  readonly settle: (flag: Pick<OpenFlags['flags'][number], 'importId' | 'n'>) => Promise<void>;
  readonly leave: () => void;
}

const UNDECIDED = { check: null, keepEdited: true, progress: null, cancelling: false } as const;

type Asks = Pick<
  Bridge['vault'],
  | 'scope.read'
  | 'import.list'
  | 'import.flags'
  | 'import.settleFlag'
  | 'import.checkUndo'
  | 'import.undo'
  | 'import.cancel'
>;

export const createImportsStore = (ask: Asks) =>
  createStore<ImportsState>()((set, get) => {
    const list = async (before: number | null, earlier: readonly ImportRun[]): Promise<void> => {
      set({ busy: 'reading' });
      const reply = await ask['import.list']({ before });
      set(
        reply.ok
          ? { busy: 'none', runs: [...earlier, ...reply.value.runs], more: reply.value.more }
          : { busy: 'none', failure: reply.error },
      );
    };
    return {
      runs: [],
      more: false,
      flags: null,
      isElsewhere: false,
      busy: 'none',
      result: null,
      failure: null,
      ...UNDECIDED,
      read: async () => {
        set({ busy: 'reading' });
        // Asked first: the list is refused to them, which would be entered.
        const own = await ask['scope.read']({});
        const isElsewhere = own.ok && own.value.scope.length > 0;
        set({ isElsewhere, ...(isElsewhere && { busy: 'none', runs: [], more: false }) });
        if (isElsewhere) return;
        await list(null, []);
        const flagged = await ask['import.flags']({});
        set(flagged.ok ? { flags: flagged.value } : { failure: flagged.error });
      },
      settle: async ({ importId, n }) => {
        const reply = await ask['import.settleFlag']({ importId, n });
        set(reply.ok ? { flags: reply.value } : { failure: reply.error });
      },
      readOlder: () => list(get().runs.at(-1)?.importId ?? null, get().runs),
      choose: async (importId) => {
        set({ busy: 'checking', result: null, failure: null, ...UNDECIDED });
        const reply = await ask['import.checkUndo']({ importId });
        set(reply.ok ? { busy: 'none', check: reply.value } : { busy: 'none', failure: reply.error });
      },
      keep: (keepEdited) => set({ keepEdited }),
      undo: async (supervisor) => {
        const { check, keepEdited } = get();
        if (check === null) return;
        set({ busy: 'undoing', failure: null, progress: null, cancelling: false });
        const reply = await ask['import.undo']({ importId: check.importId, keepEdited, supervisor });
        if (!reply.ok) return set({ busy: 'none', cancelling: false, failure: reply.error });
        set({ result: reply.value, ...UNDECIDED });
        await list(null, []);
      },
      cancel: async () => {
        set({ cancelling: true });
        await ask['import.cancel']({});
      },
      tellProgress: (progress) => set({ progress }),
      leave: () => set({ result: null, failure: null, ...UNDECIDED }),
    };
  });
