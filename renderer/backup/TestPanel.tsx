/** Tries out whether a backup could be restored, without putting it in place. */
import { type FormEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { formatMoment } from '../messages/format.ts';
import { backupStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { FailureNote, Note } from '../ui/Note.tsx';
import { useKeptInView } from '../ui/use-kept-in-view.ts';
import css from './backup.module.css';
import { BackupProgress } from './BackupProgress.tsx';
import { OpenFields, type OpenHandle } from './OpenFields.tsx';

export function TestPanel({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { view, busy, failure, tested, test, show } = useStore(backupStore);
  const form = useRef<HTMLFormElement>(null);
  useKeptInView(form);
  const fields = useRef<OpenHandle>(null);
  const backup = view?.backups.find((one) => one.name === name);
  const bySheet = backup?.opensBy !== 'pin';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const proof = fields.current?.take() ?? null;
    if (proof !== null) void test(proof);
  };
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
    <form
      ref={form}
      className={cx(css.panel)}
      onSubmit={submit}
      aria-labelledby="backup-test-title"
      data-testid="backup-test-form"
    >
      <h2 id="backup-test-title" tabIndex={-1} ref={focusQuietly}>
        {t('backup.test.title', { name })}
      </h2>
      <p className="quiet">
        {t('backup.test.lead')} {bySheet && t('backup.needsSheet')}
      </p>
      <FailureNote failure={failure} />
      <div className={cx(css.line)}>
        <OpenFields bySheet={bySheet} handle={fields} />
      </div>
      <FormActions>
        <Button weight="main" type="submit" disabled={busy !== 'none'} data-testid="backup-test">
          {t('backup.test.start')}
        </Button>
        <Button data-testid="backup-test-cancel" onClick={() => show({ kind: 'none' })}>
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
