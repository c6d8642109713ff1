/** The other of a supervisor and an admin, beside whoever is signed in: their name, their own PIN. */
import type { Ref } from 'react';
import { useDesk } from '../pages/desk-context.ts';
import { FieldPair } from '../ui/FieldPair.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';

export function OtherOfTwo({ handle }: { readonly handle: Ref<ProofHandle> }) {
  const { signedIn, people } = useDesk();
  const role = signedIn.role === 'admin' ? 'supervisor' : 'admin';
  return (
    <FieldPair>
      <ProofFields
        people={people.filter((one) => one.role === role)}
        role={role}
        handle={handle}
        testId="other"
      />
    </FieldPair>
  );
}
