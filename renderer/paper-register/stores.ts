/** The register of paper as it was last read, and what of it is due. */
import { createStore } from 'zustand/vanilla';
import type { PaperDue, PaperRegister } from '../../contract/paper-register/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

export interface PaperRegisterState {
  /** Null until it was read. */
  readonly register: PaperRegister | null;
  readonly failure: Failure | null;
  /** Null until it was read; the bell asks for it. */
  readonly due: PaperDue | null;
  readonly read: () => Promise<void>;
  readonly readDue: () => Promise<void>;
  readonly show: (register: PaperRegister) => void;
}

const list = newestReply(() => bridge.vault['papers.list']({}));
const askDue = newestReply(() => bridge.vault['papers.due']({}));

export const paperRegisterStore = createStore<PaperRegisterState>((set) => ({
  register: null,
  failure: null,
  due: null,
  read: async () => {
    const reply = await list();
    if (reply !== null) set(reply.ok ? { register: reply.value, failure: null } : { failure: reply.error });
  },
  readDue: async () => {
    const reply = await askDue();
    if (reply?.ok === true) set({ due: reply.value });
  },
  show: (register) => set({ register }),
}));
