/** A register as it was last read, and what of it is due. */
import { createStore } from 'zustand/vanilla';
import { type Failure, type Result, ok } from '../../contract/result.ts';
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

/** `askDue` is left out where nothing of it is due. */
export function createRegisterStore<Register, Due = null>(
  askRegister: () => Promise<Result<Register>>,
  askDue: () => Promise<Result<Due | null>> = async () => ok(null),
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
