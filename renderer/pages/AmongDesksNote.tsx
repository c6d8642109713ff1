/** Where several desks keep the estate, what that means for what is about to be done: said before anything is typed. */
import { useStore } from 'zustand';
import { desksStore } from '../stores.ts';
import { Note } from '../ui/Note.tsx';

export function AmongDesksNote({ words }: { readonly words: string }) {
  const isAmong = useStore(desksStore, ({ state }) => state !== null);
  return isAmong && <Note testId="among-desks">{words}</Note>;
}
