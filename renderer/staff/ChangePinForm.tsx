/** One's own PIN: the one that counts now, and the new one twice. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Form } from '../ui/Form.tsx';
import { NewPinFields, type NewPinHandle } from '../ui/NewPinFields.tsx';
import { PinField } from '../ui/PinField.tsx';
import { cx } from '../ui/cx.ts';
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
  const [ready, setReady] = useState(false);
  const newPin = useRef<NewPinHandle>(null);
  return (
    <Form
      name="pin"
      testIds={{ cancel: 'pin-back' }}
      className={cx('stack4', css.form)}
      yes={t('changePin.title')}
      busyWords={t('common.loading')}
      no={t('common.back')}
      ready={ready}
      refocus="pin"
      send={async (typed) =>
        (await newPin.current?.isGood())
          ? bridge.vault['staff.changePin']({ pin: typed.pin, newPin: newPin.current?.take() ?? '' })
          : null
      }
      onDone={onChanged}
      onClose={onBack === undefined ? undefined : () => onBack()}
    >
      <p>{t('changePin.lead')}</p>
      <PinField label={t('changePin.before')} ofRole={role} autoFocus testId="own-pin" />
      <NewPinFields
        role={role}
        name={displayName}
        judge={bridge.vault['staff.checkPin']}
        handle={newPin}
        onReady={setReady}
        testIds={['new-pin', 'new-pin-confirm']}
      />
    </Form>
  );
}
