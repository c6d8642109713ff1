/** The other of a supervisor and an admin, beside whoever is signed in: their name, their own PIN. */
import { useDesk } from '../pages/desk-context.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';

export function OtherOfTwo() {
  const { signedIn } = useDesk();
  return <SecondPerson role={signedIn.role === 'admin' ? 'supervisor' : 'admin'} testId="other" />;
}
