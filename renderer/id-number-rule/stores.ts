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
  /** None is taken without a consent on record. */
  readonly needsConsent: boolean;
  readonly read: () => Promise<void>;
}

export const idRuleStore = createStore<IdRuleState>()((set) => {
  const newest = newestReply(() => bridge.vault['idNumbers.rule']({}));
  return {
    choice: undefined,
    needsConsent: false,
    read: async () => {
      const reply = await newest();
      if (reply?.ok === true) set(reply.value);
    },
  };
});

/** The rule, read as whatever asks is drawn. */
export function useIdRule(): Pick<IdRuleState, 'choice' | 'needsConsent'> {
  const { choice, needsConsent, read } = useStore(idRuleStore);
  useEffect(() => void read(), [read]);
  return { choice, needsConsent };
}
