/** What undoing an import takes back and what stays, in numbers and rows; done under a supervisor's PIN. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportRun } from '../../contract/views.ts';
import { importsStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Switch } from '../ui/Switch.tsx';
import css from './imports.module.css';
import { SupervisorProof } from './SupervisorProof.tsx';

export function UndoPanel({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation();
  const { check, keepEdited, busy, progress, cancelling, keep, undo, cancel, leave } = useStore(importsStore);
  if (check === null) return null;
  if (busy === 'undoing') {
    return (
      <section className={cx(css.panel)} aria-label={t('imports.running')} data-testid="undo-running">
        <h2>{t('imports.running')}</h2>
        <ProgressBar share={progress === null || progress.total === 0 ? null : progress.done / progress.total} label={t('imports.running')} />
        <div><Button disabled={cancelling} data-testid="undo-cancel" onClick={() => void cancel()}>{cancelling ? t('intake.progress.cancelling') : t('imports.cancel')}</Button></div>
      </section>
    );
  }
  const lines = [
    check.created > 0 && t('imports.willRemove', { count: check.created }), check.changed > 0 && t('imports.willRestore', { count: check.changed }),
    check.rooms > 0 && t('imports.willFree', { count: check.rooms }), check.gone > 0 && t('imports.gone', { count: check.gone }),
  ].filter((line) => line !== false);
  return (
    <section className={cx(css.panel)} aria-labelledby="undo-title" data-testid="undo-panel">
      <h2 id="undo-title" tabIndex={-1} ref={focusQuietly}>{t('imports.undoTitle', { file: run.fileName })}</h2>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}{lines.length === 0 && <li>{t('imports.nothing')}</li>}</ul>
      {check.edited > 0 && (
        <>
          <p><b>{t('imports.edited', { count: check.edited })}</b></p>
          {/* A scrolled region has to be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className={cx(css.edited)} tabIndex={0} aria-label={t('imports.edited', { count: check.edited })}>
            {check.rows.map((row) => (
              <li key={`${row.what}-${row.personId}-${row.roomLabel}`} data-testid="undo-edited">
                <span className="quiet">{t(`imports.what.${row.what}`)}</span><span>{row.nameMask}</span><span className="digits">{row.roomLabel}</span>
              </li>
            ))}
            {check.edited > check.rows.length && <li className="quiet">{t('imports.notListed', { count: check.edited - check.rows.length })}</li>}
          </ul>
          <Switch label={t('imports.keepEdited')} on={keepEdited} onChange={keep} testId="undo-keep" />
        </>
      )}
      <SupervisorProof title={t('imports.proof')} action={t('imports.confirm')} disabled={busy !== 'none'} testId="undo-apply" onProof={(proof) => void undo(proof)}>
        <Button onClick={leave}>{t('common.cancel')}</Button>
      </SupervisorProof>
    </section>
  );
}
