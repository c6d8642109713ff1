/** What the company has decided about ID numbers, for whatever enters or imports one. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { IdChoice } from '../../contract/id-numbers/lists.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

interface IdRuleState {
  /** Null where nobody has decided; undefined until it was read. */
  readonly choice: IdChoice | null | undefined;
  readonly read: () => Promise<void>;
}

export const idRuleStore = createStore<IdRuleState>()((set) => {
  const newest = newestReply(() => bridge.vault['idNumbers.rule']({}));
  return {
    choice: undefined,
    read: async () => {
      const reply = await newest();
      if (reply?.ok === true) set({ choice: reply.value.choice });
    },
  };
});

/** The choice, read as whatever asks is drawn. */
export function useIdChoice(): IdRuleState['choice'] {
  const { choice, read } = useStore(idRuleStore);
  useEffect(() => void read(), [read]);
  return choice;
}
