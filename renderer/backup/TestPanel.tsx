/** Tries out whether a backup could be restored, without putting it in place. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { formatMoment } from '../messages/format.ts';
import { backupStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import css from './backup.module.css';
import { BackupProgress } from './BackupProgress.tsx';
import { OpenFields, type OpenHandle } from './OpenFields.tsx';

export function TestPanel({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { view, busy, failure, tested, test, show } = useStore(backupStore);
  const fields = useRef<OpenHandle>(null);
  const backup = view?.backups.find((one) => one.name === name);
  const bySheet = backup?.opensBy !== 'pin';
  if (busy === 'testing')
    return <BackupProgress title={t('backup.test.running')} cancelWords={t('backup.test.cancel')} />;
  if (tested !== null) {
    return (
      <Note live testId="backup-test-good">
        <Done>
          {t('backup.test.good', {
            time: formatMoment(tested.createdAt),
            tables: tested.tables,
            rows: tested.rows,
          })}
        </Done>
        <Button data-testid="backup-test-close" onClick={() => show({ kind: 'none' })}>
          {t('common.close')}
        </Button>
      </Note>
    );
  }
  return (
    <Form
      name="backup-test"
      testIds={{ submit: 'backup-test' }}
      title={t('backup.test.title', { name })}
      busy={busy !== 'none'}
      failure={failure}
      yes={t('backup.test.start')}
      send={() => {
        const proof = fields.current?.take() ?? null;
        if (proof !== null) void test(proof);
      }}
      onClose={() => show({ kind: 'none' })}
    >
      <p className="quiet">
        {t('backup.test.lead')} {bySheet && t('backup.needsSheet')}
      </p>
      <div className={cx('line4', css.line)}>
        <OpenFields bySheet={bySheet} handle={fields} />
      </div>
    </Form>
  );
}
