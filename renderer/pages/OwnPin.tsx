/** The own PIN of whoever is signed in: in boxes for a receptionist, and not changed while the form is on its way. */
import type { ComponentProps } from 'react';
import { useFormScope } from '../ui/form-scope.ts';
import { PinField } from '../ui/PinField.tsx';
import { useDesk } from './desk-context.ts';

export function OwnPin(field: Omit<ComponentProps<typeof PinField>, 'role' | 'readOnly'>) {
  const { signedIn } = useDesk();
  const isBusy = useFormScope()?.isBusy === true;
  return <PinField {...field} ofRole={signedIn.role} readOnly={isBusy} />;
}
