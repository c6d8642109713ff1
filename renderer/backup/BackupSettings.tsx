/** Where backups go, and when: a folder picked in the system's own dialog, an hour, the own PIN. */
import { type FormEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { BackupView } from '../../contract/backup/views.ts';
import { backupStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { FailureNote } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Select } from '../ui/Select.tsx';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { useKeptInView } from '../ui/use-kept-in-view.ts';
import css from './backup.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function BackupSettings({ view: { settings } }: { readonly view: BackupView }) {
  const { t } = useTranslation();
  const { picked, busy, failure, pickFolder, choose, show } = useStore(backupStore);
  const [on, setOn] = useState(settings.on);
  const [hour, setHour] = useState(settings.hour);
  const form = useRef<HTMLFormElement>(null);
  useKeptInView(form);
  const pin = useRef<SecretHandle>(null);
  const folder = picked?.fileName ?? settings.folder;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (folder === null || busy !== 'none') return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    void choose({ on, hour, pin: pin.current?.take() ?? '' });
  };

  return (
    <form
      ref={form}
      className={cx(css.panel)}
      onSubmit={submit}
      aria-labelledby="backup-settings-title"
      data-testid="backup-settings-form"
    >
      <h2 id="backup-settings-title" tabIndex={-1} ref={focusQuietly}>
        {t('backup.settings.title')}
      </h2>
      <p className="quiet">{t('backup.settings.lead')}</p>
      <div className={cx(css.line)}>
        <Button data-testid="backup-pick" onClick={() => void pickFolder()}>
          {t('backup.settings.pick')}
        </Button>
        <b className={cx(css.path)} data-testid="backup-folder">
          {folder ?? t('backup.settings.none')}
        </b>
      </div>
      <div className={cx(css.line)}>
        <Switch label={t('backup.settings.daily')} on={on} onChange={setOn} testId="backup-on" />
        <Field label={t('backup.settings.hour')}>
          {(ids) => (
            <Select
              ids={ids}
              value={hour}
              choices={HOURS.map((one) => ({
                value: one,
                words: t('backup.settings.oClock', { hour: String(one).padStart(2, '0') }),
              }))}
              disabled={!on}
              testId="backup-hour"
              onChoose={setHour}
            />
          )}
        </Field>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
      </div>
      <FailureNote failure={failure} />
      <FormActions>
        <Button
          weight="main"
          type="submit"
          disabled={folder === null || busy !== 'none'}
          data-testid="backup-save"
        >
          {t('common.save')}
        </Button>
        <Button data-testid="backup-settings-cancel" onClick={() => show({ kind: 'none' })}>
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
