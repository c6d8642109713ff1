/** What the vault found to differ at unlock; only a supervisor may go on, with a reason and a PIN. */
import { type FormEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { SignedIn } from '../../contract/sign-in/views.ts';
import { bridge } from '../bridge.ts';
import { appStore } from '../stores.ts';
import css from '../startup-errors/trouble.module.css';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { PinInput, type SecretHandle, TextInput } from '../ui/TextInput.tsx';

export function AlarmScreen({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const { alarms, acknowledged, lock } = useStore(appStore);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const pin = useRef<SecretHandle>(null);

  const acknowledge = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const reply = await bridge.vault['session.acknowledge']({ words, pin: pin.current?.take() ?? '' });
    if (reply.ok) return acknowledged();
    setBusy(false);
    setFailure(reply.error);
  };

  return (
    <main className={cx(css.screen)} data-testid="screen-alarm">
      <form className={cx(css.column)} onSubmit={(event) => void acknowledge(event)}>
        <p className={cx(css.about)}>
          <Icon name="warn" /> {t('product')}
        </p>
        <h1>{t('alarm.title')}</h1>
        <p>{t('alarm.lead')}</p>
        <Note kind="harm">
          {alarms.map((alarm) => (
            <p key={alarm}>{t(`alarms.${alarm}`)}</p>
          ))}
        </Note>
        {signedIn.role === 'supervisor' ? (
          <>
            <Field label={t('alarm.words')} hint={t('alarm.wordsHint')}>
              {(ids) => (
                <TextInput
                  {...ids}
                  value={words}
                  maxLength={120}
                  autoFocus
                  data-testid="alarm-words"
                  onChange={(event) => setWords(event.currentTarget.value)}
                />
              )}
            </Field>
            <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
            <FailureNote failure={failure} />
          </>
        ) : (
          <p>{t('alarm.callSupervisor')}</p>
        )}
        {alarms.includes('roster-differs') && (
          <p className={cx('quiet', 'small')} data-testid="alarm-again">
            {t('alarm.again', { forgot: t('lock.forgot') })}
          </p>
        )}
        <FormActions>
          {signedIn.role === 'supervisor' && (
            <Button
              weight="main"
              type="submit"
              disabled={busy || words.trim().length < 4}
              data-testid="acknowledge"
            >
              {t('alarm.acknowledge')}
            </Button>
          )}
          <Button onClick={() => void lock()} shortcut="lock" data-testid="lock-button">
            {t('common.lock')}
          </Button>
        </FormActions>
      </form>
    </main>
  );
}
