/** Stores of the second place of the log, as it was last read. */
import { createStore } from 'zustand/vanilla';
import type { Failure, Result } from '../../contract/result.ts';
import type { SecondPlace } from '../../contract/second-log/routes.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

interface SecondLogState {
  /** Null until it was read. */
  readonly place: SecondPlace | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly read: () => Promise<void>;
  /** Writes what is new at once. */
  readonly write: () => Promise<void>;
  readonly show: (place: SecondPlace) => void;
}

export const secondLogStore = createStore<SecondLogState>((set, get) => {
  const ask = async (send: () => Promise<Result<SecondPlace>>): Promise<void> => {
    if (get().busy) return;
    set({ busy: true, failure: null });
    const reply = await send();
    set(reply.ok ? { place: reply.value, busy: false } : { failure: reply.error, busy: false });
  };
  return {
    place: null,
    failure: null,
    busy: false,
    read: () => ask(() => bridge.vault['second.read']({})),
    write: () => ask(() => bridge.vault['second.write']({})),
    show: (place) => set({ place, failure: null }),
  };
});

interface SecondWarningState {
  readonly overdue: boolean;
  readonly read: () => Promise<void>;
}

/** Store of the warning at the foot of every screen. */
export const secondWarningStore = createStore<SecondWarningState>((set) => {
  const newest = newestReply(() => bridge.vault['second.warning']({}));
  return {
    overdue: false,
    read: async () => {
      const reply = await newest();
      if (reply?.ok === true) set(reply.value);
    },
  };
});
