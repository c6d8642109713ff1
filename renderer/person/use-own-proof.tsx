/** One's own PIN, and a supervisor's name and PIN where identity fields are touched: the inputs, and what was typed into them. */
import { type ReactNode, useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { useDesk } from '../pages/desk-context.ts';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { OwnPinInput } from '../ui/PinBoxes.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import css from './person.module.css';

export type OwnProof = Pick<RouteRequest<'people.add'>, 'pin' | 'cosigner'>;

interface Asked {
  readonly label: string;
  readonly identity: boolean;
  readonly failure: Failure | null;
  readonly busy: boolean;
}

export function useOwnProof({ label, identity, failure, busy }: Asked): {
  readonly pinField: ReactNode;
  readonly coSign: ReactNode;
  readonly take: () => OwnProof | null;
} {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const pin = useRef<SecretHandle>(null);
  const cosigner = useRef<ProofHandle>(null);
  const coSigned = (identity && signedIn.role !== 'supervisor') || failure?.code === 'needs-supervisor';
  return {
    pinField: (
      <Field label={label}>
        {(ids) => <OwnPinInput {...ids} role={signedIn.role} handle={pin} readOnly={busy} />}
      </Field>
    ),
    coSign: coSigned && (
      <>
        <p>
          <Icon name="two" /> {t('edit.identityNeeds')}
        </p>
        <div className={cx(css.two)} data-testid="cosign">
          <ProofFields
            people={people.filter((one) => one.role === 'supervisor' && one.slotId !== signedIn.slotId)}
            handle={cosigner}
            testId="cosigner"
          />
        </div>
      </>
    ),
    /** Null while something is missing, which gets the focus. */
    take: () => {
      if ((pin.current?.peek() ?? '') === '') return focus(pin.current);
      const second = coSigned ? (cosigner.current?.take() ?? null) : null;
      if (coSigned && second === null) return focus(cosigner.current);
      return { pin: pin.current?.take() ?? '', ...(second === null ? {} : { cosigner: second }) };
    },
  };
}

function focus(input: { readonly focus: () => void } | null): null {
  input?.focus();
  return null;
}
