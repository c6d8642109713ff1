/** The pages of the log that have been read, newest first, and the last check of it. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { LogCheck } from '../../contract/log/check.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';

export const LOG_PAGE = 100;

export interface LogState {
  readonly entries: readonly LogEntryView[];
  readonly more: boolean;
  readonly busy: 'none' | 'reading' | 'checking';
  readonly check: LogCheck | null;
  readonly failure: Failure | null;
  readonly readNewest: () => Promise<void>;
  readonly readOlder: () => Promise<void>;
  readonly verify: () => Promise<void>;
}

export const createLogStore = (ask: Pick<Bridge['vault'], 'log.list' | 'log.verify'>) =>
  createStore<LogState>()((set, get) => ({
    entries: [],
    more: false,
    busy: 'none',
    check: null,
    failure: null,

    readNewest: async () => {
      set({ busy: 'reading', check: null });
      const reply = await ask['log.list']({ before: null, limit: LOG_PAGE });
      set(
        reply.ok
          ? { busy: 'none', entries: reply.value.entries, more: reply.value.more, failure: null }
          : { busy: 'none', failure: reply.error },
      );
    },

    readOlder: async () => {
      const { entries, busy } = get();
      const last = entries.at(-1);
      if (last === undefined || busy !== 'none') return;
      set({ busy: 'reading' });
      const reply = await ask['log.list']({ before: last.seq, limit: LOG_PAGE });
      set(
        reply.ok
          ? {
              busy: 'none',
              entries: [...entries, ...reply.value.entries],
              more: reply.value.more,
              failure: null,
            }
          : { busy: 'none', failure: reply.error },
      );
    },

    verify: async () => {
      set({ busy: 'checking', check: null });
      const reply = await ask['log.verify']({});
      set(
        reply.ok
          ? { busy: 'none', check: reply.value, failure: null }
          : { busy: 'none', failure: reply.error },
      );
    },
  }));
