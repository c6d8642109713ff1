/** Proof for a change of a record: one's own PIN, and a supervisor's name and PIN where identity fields are touched or the vault asks for one. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { useDesk } from '../pages/desk-context.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import type { Typed } from '../ui/Form.tsx';
import { useFormScope } from '../ui/form-scope.ts';
import { Icon } from '../ui/Icon.tsx';

export type OwnProof = Pick<RouteRequest<'people.add'>, 'pin' | 'cosigner'>;

/** As it was typed into the form that they stand in. */
export const ownProofOf = (typed: Typed): OwnProof => ({
  pin: typed.pin,
  ...(typed.hasSecond && { cosigner: typed.second }),
});

/** Nothing where nobody has to sign beside whoever is signed in. */
export function CoSign({ identity }: { readonly identity: boolean }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const failure = useFormScope()?.failure ?? null;
  const [isAsked, setIsAsked] = useState(false);
  if (failure?.code === 'needs-supervisor' && !isAsked) setIsAsked(true);
  if (!isAsked && (!identity || signedIn.role === 'supervisor')) return null;
  return (
    <>
      <p data-testid="cosign">
        <Icon name="two" /> {t('edit.identityNeeds')}
      </p>
      <SecondPerson me="left-out" testId="cosigner" />
    </>
  );
}
