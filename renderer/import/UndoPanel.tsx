/** Panel that undoes an import: what it takes back and what stays, in numbers and rows; done under a supervisor's PIN. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { ImportRun } from '../../contract/import/views.ts';
import { importsStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EditedSince } from '../ui/EditedSince.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './imports.module.css';
import { SupervisorProof } from './SupervisorProof.tsx';

export function UndoPanel({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation();
  const { check, keepEdited, busy, failure, progress, cancelling, keep, undo, cancel, leave } =
    useStore(importsStore);
  if (check === null) return null;
  if (busy === 'undoing') {
    return (
      <section className={cx(css.panel)} aria-label={t('imports.running')} data-testid="undo-running">
        <h2>{t('imports.running')}</h2>
        <ProgressBar
          share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
          label={t('imports.running')}
        />
        <div>
          <Button disabled={cancelling} data-testid="undo-cancel" onClick={() => void cancel()}>
            {cancelling ? t('import.progress.cancelling') : t('imports.cancel')}
          </Button>
        </div>
      </section>
    );
  }
  const lines = [
    check.created > 0 && t('imports.willRemove', { count: check.created }),
    check.changed > 0 && t('imports.willRestore', { count: check.changed }),
    check.rooms > 0 && t('imports.willFree', { count: check.rooms }),
    check.gone > 0 && t('imports.gone', { count: check.gone }),
  ].filter((line) => line !== false);
  return (
    <section className={cx(css.panel)} aria-labelledby="undo-title" data-testid="undo-panel">
      <h2 id="undo-title" tabIndex={-1} ref={focusQuietly}>
        {t('imports.undoTitle', { file: run.fileName })}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length === 0 && <li>{t('imports.nothing')}</li>}
      </ul>
      {check.edited > 0 && (
        <EditedSince
          count={check.edited}
          keep={keepEdited}
          onKeep={keep}
          rows={check.rows.map((row) => ({
            key: `${row.what}-${row.personId}-${row.roomLabel}`,
            cells: [t(`imports.what.${row.what}`), row.nameMask, row.roomLabel],
          }))}
        />
      )}
      <SupervisorProof
        title={t('imports.proof')}
        action={t('imports.confirm')}
        disabled={busy !== 'none'}
        failure={failure}
        isDanger
        testId="undo-apply"
        onProof={(proof) => void undo(proof)}
      >
        <Button onClick={leave}>{t('common.cancel')}</Button>
      </SupervisorProof>
    </section>
  );
}
