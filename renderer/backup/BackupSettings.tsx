/** Where backups go, and when: a folder picked in the system's own dialog, an hour, the own PIN. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { BackupView } from '../../contract/backup/views.ts';
import { backupStore } from './stores.ts';
import { leadStore } from '../pages/lead-store.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { PinField } from '../ui/PinField.tsx';
import { Switch } from '../ui/Switch.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { ReadFirst } from '../ui/ReadFirst.tsx';
import css from './backup.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function BackupSettings({ view: { settings } }: { readonly view: BackupView }) {
  const { t } = useTranslation();
  const { picked, busy, failure, pickFolder, choose, show } = useStore(backupStore);
  const [on, setOn] = useState(settings.on);
  const [hour, setHour] = useState(settings.hour);
  const isLed = useStore(leadStore, ({ isLed: led, at }) => led && at === 'backups');
  const folder = picked?.fileName ?? settings.folder;

  return (
    <Form
      name="backup-settings"
      testIds={{ submit: 'backup-save' }}
      title={t('backup.settings.title')}
      busy={busy !== 'none'}
      failure={failure}
      yes={t('common.save')}
      ready={folder !== null}
      gathers={false}
      send={({ pin }) => void choose({ on, hour, pin, tries: isLed && settings.folder === null })}
      onClose={() => show({ kind: 'none' })}
    >
      <ReadFirst>
        <p className="quiet">{t('backup.settings.lead')}</p>
      </ReadFirst>
      <div className={cx('line4', css.line)}>
        <Button data-testid="backup-pick" onClick={() => void pickFolder()}>
          {t('backup.settings.pick')}
        </Button>
        <b data-testid="backup-folder">{folder ?? t('backup.settings.none')}</b>
      </div>
      <div className={cx('line4', css.line)}>
        <Switch label={t('backup.settings.daily')} value={on} onChange={setOn} testId="backup-on" />
        {on && (
          <SelectField
            label={t('backup.settings.hour')}
            value={hour}
            choices={choicesOf(HOURS, (one) =>
              t('backup.settings.oClock', { hour: String(one).padStart(2, '0') }),
            )}
            testId="backup-hour"
            onChange={setHour}
          />
        )}
      </div>
      <PinField />
    </Form>
  );
}
