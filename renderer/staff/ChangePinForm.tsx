/** One's own PIN: the one that counts now, and the new one twice. */
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { NewPinFields, type NewPinHandle } from '../ui/NewPinFields.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { OwnPinInput } from '../ui/PinBoxes.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import css from './staff.module.css';

interface ChangePinFormProps {
  readonly onChanged: () => void;
  /** Where there is a step before it. */
  readonly onBack?: () => void;
}

export function ChangePinForm({ onChanged, onBack }: ChangePinFormProps) {
  const { t } = useTranslation();
  const {
    signedIn: { role, displayName },
  } = useDesk();
  const { failure, busy, submit } = useSubmit();
  const [ready, setReady] = useState(false);
  const own = useRef<SecretHandle>(null);
  const newPin = useRef<NewPinHandle>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !ready) return;
    if (!(await newPin.current?.isGood())) return;
    if ((own.current?.peek() ?? '') === '') return own.current?.focus();
    const request = { pin: own.current?.take() ?? '', newPin: newPin.current?.take() ?? '' };
    if (!(await submit(() => bridge.vault['staff.changePin'](request), onChanged))) own.current?.focus();
  };
  return (
    <form className={cx(css.form)} onSubmit={(event) => void send(event)}>
      <p>{t('changePin.lead')}</p>
      <Field label={t('changePin.before')}>
        {(ids) => <OwnPinInput {...ids} role={role} handle={own} required autoFocus data-testid="own-pin" />}
      </Field>
      <NewPinFields
        role={role}
        name={displayName}
        judge={bridge.vault['staff.checkPin']}
        handle={newPin}
        onReady={setReady}
        testIds={['new-pin', 'new-pin-confirm']}
      />
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy || !ready} data-testid="pin-submit">
          {busy ? t('common.loading') : t('changePin.submit')}
        </Button>
        {onBack !== undefined && (
          <Button disabled={busy} data-testid="pin-back" onClick={onBack}>
            {t('common.back')}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
