/** A register as it was last read, and what of it is due. */
import { createStore } from 'zustand/vanilla';
import type { Failure, Result } from '../../contract/result.ts';
import { newestReply } from './newest-reply.ts';

export interface RegisterState<Register, Due> {
  /** Null until it was read. */
  readonly register: Register | null;
  readonly failure: Failure | null;
  /** Null until it was read; the bell asks for it. */
  readonly due: Due | null;
  readonly read: () => Promise<void>;
  readonly readDue: () => Promise<void>;
  readonly show: (register: Register) => void;
}

export function createRegisterStore<Register, Due>(
  askRegister: () => Promise<Result<Register>>,
  askDue: () => Promise<Result<Due>>,
) {
  const newest = newestReply(askRegister);
  const newestDue = newestReply(askDue);
  return createStore<RegisterState<Register, Due>>()((set) => ({
    register: null,
    failure: null,
    due: null,
    read: async () => {
      const reply = await newest();
      if (reply !== null) set(reply.ok ? { register: reply.value, failure: null } : { failure: reply.error });
    },
    readDue: async () => {
      const reply = await newestDue();
      if (reply?.ok === true) set({ due: reply.value });
    },
    show: (register) => set({ register }),
  }));
}
