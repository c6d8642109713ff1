/** Words of the reasons that an admin has added, in the language of the screen. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { type OwnReasonWords, ownReasonWords } from './reason-words.ts';
import { reasonsStore } from './stores.ts';

export function useOwnReasonWords(): OwnReasonWords {
  const { i18n } = useTranslation();
  const list = useStore(reasonsStore, (state) => state.list);
  return useMemo(() => ownReasonWords(list, i18n.language), [list, i18n.language]);
}
