/** The pages of the log that have been read, newest first, what they are narrowed by, the entry that is shown in full, and the last check. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { LogCheck } from '../../contract/log/check.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import type { LogFilter, LoggedStaff } from '../../contract/log/routes.ts';
import { toastsStore } from '../ui/toasts.ts';

export const LOG_PAGE = 100;

/** Who the log is narrowed to; the mask is what the filter shows. */
export interface FilteredResident {
  readonly personId: NonNullable<LogFilter['personId']>;
  readonly mask: string;
}

export interface LogState {
  readonly entries: readonly LogEntryView[];
  /** There are earlier entries to ask for. */
  readonly more: boolean;
  readonly busy: 'none' | 'reading' | 'checking';
  /** Of a check; null while nothing is known of it. */
  readonly progress: VaultEvent<'log.progress'> | null;
  readonly isCancelling: boolean;
  readonly check: LogCheck | null;
  readonly failure: Failure | null;
  readonly staff: readonly LoggedStaff[];
  /** Kept while the session lasts; the resident stands beside it. */
  readonly filter: Omit<LogFilter, 'personId'>;
  readonly resident: FilteredResident | null;
  /** Number of the entry that is shown in full. */
  readonly opened: number | null;
  readonly readNewest: () => Promise<void>;
  readonly readOlder: () => Promise<void>;
  readonly readStaff: () => Promise<void>;
  /** Changes some of the filter; undefined takes it away. */
  readonly narrow: (changes: { readonly [K in keyof LogState['filter']]?: LogFilter[K] }) => Promise<void>;
  readonly narrowTo: (resident: FilteredResident | null) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Narrows by what it was narrowed by. */
  readonly restore: (filtered: Pick<LogState, 'filter' | 'resident'>) => Promise<void>;
  readonly open: (seq: number | null) => void;
  /** Shows the entry after (1) or before (-1) the one that is shown, in the order of the list. */
  readonly step: (by: 1 | -1) => void;
  /** One that is cancelled has found out nothing. */
  readonly verify: () => Promise<void>;
  readonly cancelCheck: () => Promise<void>;
  readonly tellProgress: (progress: VaultEvent<'log.progress'>) => void;
}

/** Whether anything narrows the log. */
export const isNarrowed = ({ filter, resident }: Pick<LogState, 'filter' | 'resident'>): boolean =>
  resident !== null || Object.values(filter).some((value) => value !== undefined);

/** The filter as the vault takes it; undefined for the whole log. */
const asked = (state: Pick<LogState, 'filter' | 'resident'>): LogFilter | undefined => {
  if (!isNarrowed(state)) return undefined;
  const { filter, resident } = state;
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(resident !== null && { personId: resident.personId }) };
};

export const createLogStore = (
  ask: Pick<Bridge['vault'], 'log.list' | 'log.staff' | 'log.verify' | 'log.cancel'>,
) =>
  createStore<LogState>()((set, get) => {
    let newest = 0;
    let next: number | null = null;

    /** Asks on until a page is full: with a filter, each reply is of a bounded piece of the log. */
    const read = async (kept: readonly LogEntryView[], from: number | null): Promise<void> => {
      newest += 1;
      const mine = newest;
      const filter = asked(get());
      let before = from;
      let entries = kept;
      set({ busy: 'reading' });
      do {
        const reply = await ask['log.list']({
          before,
          limit: LOG_PAGE,
          ...(filter !== undefined && { filter }),
        });
        // Something else has been asked for meanwhile.
        if (mine !== newest) return;
        if (!reply.ok) return set({ busy: 'none', failure: reply.error });
        entries = [...entries, ...reply.value.entries];
        before = reply.value.next;
        next = before;
        set({ entries, more: before !== null, failure: null });
      } while (before !== null && entries.length - kept.length < LOG_PAGE);
      set({ busy: 'none' });
    };
    /** Reads the log by another filter, and shows nothing that was read by the last. */
    const readBy = (filtered: Pick<LogState, 'filter' | 'resident'>): Promise<void> => {
      set({ ...filtered, entries: [], more: false, failure: null, opened: null });
      return read([], null);
    };

    return {
      entries: [],
      more: false,
      busy: 'none',
      progress: null,
      isCancelling: false,
      check: null,
      failure: null,
      staff: [],
      filter: {},
      resident: null,
      opened: null,

      readNewest: () => {
        set({ check: null });
        return read([], null);
      },

      readOlder: async () => {
        const { entries, busy, more } = get();
        if (more && busy === 'none') await read(entries, next);
      },

      readStaff: async () => {
        const reply = await ask['log.staff']({});
        if (reply.ok) set({ staff: reply.value.staff });
      },

      narrow: (changes) => readBy({ filter: { ...get().filter, ...changes }, resident: get().resident }),
      narrowTo: (resident) => readBy({ filter: get().filter, resident }),
      clear: () => {
        const { filter, resident, restore } = get();
        toastsStore.getState().show({
          words: (t) => t('log.filters.cleared'),
          undo: () => (void restore({ filter, resident }), null),
        });
        return readBy({ filter: {}, resident: null });
      },
      restore: readBy,

      open: (seq) => set({ opened: seq }),
      step: (by) => {
        const { entries, opened, readOlder } = get();
        const at = entries.findIndex(({ seq }) => seq === opened);
        const to = at === -1 ? undefined : entries[at + by];
        if (to !== undefined) set({ opened: to.seq });
        // The one after is there by the next press.
        else if (by === 1 && at !== -1) void readOlder();
      },

      verify: async () => {
        set({ busy: 'checking', progress: null, isCancelling: false, check: null });
        const reply = await ask['log.verify']({});
        const isCancelled = !reply.ok && reply.error.code === 'cancelled';
        set({
          busy: 'none',
          check: reply.ok ? reply.value : null,
          failure: reply.ok || isCancelled ? null : reply.error,
        });
      },
      cancelCheck: async () => {
        set({ isCancelling: true });
        await ask['log.cancel']({});
      },
      tellProgress: (progress) => set({ progress }),
    };
  });
