/** Screen of the differences that the vault found at unlock; only a supervisor may go on, with a reason and a PIN. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { SignedIn } from '../../contract/sign-in/views.ts';
import { bridge } from '../bridge.ts';
import { appStore } from '../stores.ts';
import css from '../startup-errors/trouble.module.css';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import { TextField } from '../ui/TextField.tsx';

export function AlarmScreen({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const { alarms, acknowledged, lock } = useStore(appStore);
  const [words, setWords] = useState('');
  const isSupervisor = signedIn.role === 'supervisor';
  return (
    <main className={cx(css.screen)} data-testid="screen-alarm">
      <Form
        name="alarm"
        testIds={{ submit: 'acknowledge' }}
        className={cx('stack4', css.column)}
        yes={isSupervisor ? t('alarm.acknowledge') : null}
        ready={words.trim().length >= 4}
        send={({ pin }) => bridge.vault['session.acknowledge']({ words, pin })}
        onDone={acknowledged}
        aside={
          <Button onClick={() => void lock()} shortcut="lock" data-testid="lock-button">
            {t('common.lock')}
          </Button>
        }
      >
        <p className={cx('row2', css.about)}>
          <Icon name="warn" /> {t('alarm.about')}
        </p>
        <h1>{t('alarm.title')}</h1>
        <Note kind="harm">
          {alarms.map((alarm) => (
            <p key={alarm}>{t(`alarms.${alarm}`)}</p>
          ))}
        </Note>
        <p>{t('alarm.lead')}</p>
        {isSupervisor ? (
          <>
            <TextField
              label={t('alarm.words')}
              hint={t('alarm.wordsHint')}
              value={words}
              maxLength={120}
              autoFocus
              testId="alarm-words"
              onChange={setWords}
            />
            <PinField />
          </>
        ) : (
          <p>{t('alarm.callSupervisor')}</p>
        )}
        {alarms.includes('roster-differs') && (
          <p className={cx('quiet', 'small')} data-testid="alarm-again">
            {t('alarm.again', { forgot: t('lock.forgot') })}
          </p>
        )}
      </Form>
    </main>
  );
}
