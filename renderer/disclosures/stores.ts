/** The register of files that left the house as it was last read, and what of it is due. It holds masks alone, and no password. */
import { createStore } from 'zustand/vanilla';
import type { DisclosureDue, DisclosureRegister } from '../../contract/disclosures/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

export interface DisclosuresState {
  /** Null until it was read. */
  readonly register: DisclosureRegister | null;
  readonly failure: Failure | null;
  /** Null until it was read; the bell asks for it. */
  readonly due: DisclosureDue | null;
  readonly read: () => Promise<void>;
  readonly readDue: () => Promise<void>;
  readonly show: (register: DisclosureRegister) => void;
}

const list = newestReply(() => bridge.vault['disclosures.list']({}));
const askDue = newestReply(() => bridge.vault['disclosures.due']({}));

export const disclosuresStore = createStore<DisclosuresState>((set) => ({
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
