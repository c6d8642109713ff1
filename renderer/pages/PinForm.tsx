/** A step of a page that takes the own PIN. */
import { useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Result } from '../../contract/result.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { StepForm, type StepFormProps } from './StepForm.tsx';

interface PinFormProps<Done> extends Omit<StepFormProps<Done>, 'send' | 'focus' | 'onFailed'> {
  readonly lead: string;
  /** The PIN alone is asked for: it has the focus, at first and after a failure; else what stands above it comes first. */
  readonly pinAlone?: boolean;
  /** The PIN goes through and is not kept. */
  readonly send: (pin: string) => Promise<Result<Done>>;
}

export function PinForm<Done>({ pinAlone = false, send, children, ...step }: PinFormProps<Done>) {
  const { t } = useTranslation();
  const pin = useRef<SecretHandle>(null);
  const isTyped = (): boolean => {
    if (step.isReady?.() === false) return false;
    const typed = (pin.current?.peek() ?? '') !== '';
    if (!typed) pin.current?.focus();
    return typed;
  };
  return (
    <StepForm
      {...step}
      focus={pinAlone ? 'field' : 'title'}
      isReady={isTyped}
      send={() => send(pin.current?.take() ?? '')}
      onFailed={() => {
        if (pinAlone) pin.current?.focus();
      }}
    >
      {children}
      <Field label={t('pin.own')} className={formCss.half}>
        {(ids) => <PinInput {...ids} handle={pin} required autoFocus={pinAlone} />}
      </Field>
    </StepForm>
  );
}
