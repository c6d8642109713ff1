/** Who is signed in and who else works at this desk, for every panel that asks for a PIN. */
import { createContext, useContext } from 'react';
import type { DeskPerson, SignedIn } from '../../contract/sign-in/views.ts';

interface DeskPeople {
  readonly signedIn: SignedIn;
  readonly people: readonly DeskPerson[];
}

export const DeskContext = createContext<DeskPeople | null>(null);

export function useDesk(): DeskPeople {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('only while somebody is signed in');
  return desk;
}
