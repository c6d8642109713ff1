/** A second person of the desk beside whoever is signed in: their name from a list, their own PIN; for the form that they stand in. */
import type { ComponentProps } from 'react';
import { ProofFields } from '../ui/ProofFields.tsx';
import { useDesk } from './desk-context.ts';

interface SecondPersonProps extends Omit<ComponentProps<typeof ProofFields>, 'people' | 'preferred'> {
  /** Whoever is signed in is chosen at first, is one of them, or is none. */
  readonly me?: 'chosen' | 'offered' | 'left-out';
}

/** A supervisor unless said. */
export function SecondPerson({ role = 'supervisor', me = 'offered', ...fields }: SecondPersonProps) {
  const { signedIn, people } = useDesk();
  return (
    <ProofFields
      {...fields}
      role={role}
      people={people.filter(
        (one) => one.role === role && (me !== 'left-out' || one.slotId !== signedIn.slotId),
      )}
      {...(me === 'chosen' ? { preferred: signedIn.slotId } : {})}
    />
  );
}
