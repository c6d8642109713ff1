/** A step that a supervisor and an admin take together: the own PIN, and the other's with their name. */
import { useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { Result } from '../../contract/result.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { useDesk } from './desk-context.ts';
import { StepForm, type StepFormProps } from './StepForm.tsx';

/** The PINs go through and are not kept. */
export interface BothProof {
  readonly pin: string;
  readonly other: { readonly slotId: SlotId; readonly pin: string };
}

interface BothFormProps<Done> extends Omit<StepFormProps<Done>, 'send' | 'focus' | 'onFailed'> {
  readonly send: (takeProof: () => BothProof) => Promise<Result<Done>>;
}

export function BothForm<Done>({ send, children, ...step }: BothFormProps<Done>) {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const pin = useRef<SecretHandle>(null);
  const second = useRef<ProofHandle>(null);
  const role = signedIn.role === 'admin' ? 'supervisor' : 'admin';
  const isTyped = (): boolean => {
    if (step.isReady?.() === false) return false;
    if ((pin.current?.peek() ?? '') === '') {
      pin.current?.focus();
      return false;
    }
    const isThere = second.current?.isTyped() === true;
    if (!isThere) second.current?.focus();
    return isThere;
  };
  const takeProof = (): BothProof => {
    const other = second.current?.take() ?? null;
    if (other === null) throw new RangeError('asked before it is ready');
    return { pin: pin.current?.take() ?? '', other };
  };
  return (
    <StepForm {...step} focus="title" isReady={isTyped} send={() => send(takeProof)}>
      {children}
      <div className={formCss.line}>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
        <ProofFields
          people={people.filter((one) => one.role === role)}
          handle={second}
          testId={`${step.name}-other`}
          role={role}
        />
      </div>
    </StepForm>
  );
}
