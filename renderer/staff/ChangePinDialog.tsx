/** One's own PIN: the one that counts now, and the new one twice. */
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge.ts';
import { useDesk } from '../counter/desk-context.ts';
import { deskStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { NewPinFields } from '../ui/NewPinFields.tsx';
import type { NewPinHandle } from '../ui/NewPinFields.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { PinInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import css from './staff.module.css';

export function ChangePinDialog() {
  const { t } = useTranslation();
  const { signedIn: { role, displayName } } = useDesk();
  const { closeDialog } = deskStore.getState();
  const { failure, busy, submit } = useSubmit();
  const [ready, setReady] = useState(false);
  const [changed, setChanged] = useState(false);
  const own = useRef<SecretHandle>(null);
  const newPin = useRef<NewPinHandle>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !ready) return;
    if ((own.current?.peek() ?? '') === '') return own.current?.focus();
    const request = { pin: own.current?.take() ?? '', newPin: newPin.current?.take() ?? '' };
    if (!await submit(() => bridge.vault['staff.changePin'](request), () => setChanged(true))) own.current?.focus();
  };
  return (
    <Sheet title={t('changePin.title')} testId="dialog-change-pin" onClose={closeDialog}>
      {changed ? (
        <>
          <p className={cx(css.good)} role="status" data-testid="pin-changed"><Icon name="check" /> {t('changePin.done')}</p>
          <div className={cx(css.buttons)}><Button weight="main" autoFocus data-testid="pin-close" onClick={closeDialog}>{t('common.close')}</Button></div>
        </>
      ) : (
        <form className={cx(css.form)} onSubmit={(event) => void send(event)}>
          <p>{t('changePin.lead')}</p>
          <Field label={t('changePin.before')}>{(ids) => <PinInput {...ids} handle={own} required autoFocus data-testid="own-pin" />}</Field>
          <NewPinFields role={role} name={displayName} judge={bridge.vault['staff.checkPin']} handle={newPin} onReady={setReady} testIds={['new-pin', 'new-pin-confirm']} />
          <FailureNote failure={failure} />
          <div className={cx(css.buttons)}>
            <Button weight="main" type="submit" disabled={busy || !ready} data-testid="pin-submit">{busy ? t('common.loading') : t('changePin.submit')}</Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
