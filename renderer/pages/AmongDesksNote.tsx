/** Where several desks keep the estate, over what they cannot change yet: said before anything is typed. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { desksStore } from '../stores.ts';
import { Note } from '../ui/Note.tsx';

export function AmongDesksNote() {
  const { t } = useTranslation();
  const isAmong = useStore(desksStore, ({ state }) => state !== null);
  return isAmong && <Note testId="needs-all-desks">{t('desks.notYet')}</Note>;
}
