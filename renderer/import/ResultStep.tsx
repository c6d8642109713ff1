/** Step of the result: what came of the rows, and what is next: the file that is still there, then the cells to look at, then the counter. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { Note } from '../ui/Note.tsx';
import css from './import.module.css';
import { OriginalFile } from './OriginalFile.tsx';
import { RejectsFile } from './RejectsFile.tsx';

/** How many rejected rows are listed; the count names them all. */
const MAX_LISTED = 5000;

export function ResultStep() {
  const { t } = useTranslation();
  const { result, rejects, original, reset, busy } = useStore(importStore);
  if (result === null) return null;
  const { flagged } = result;
  const next = original === 'there' ? 'original' : flagged > 0 ? 'flags' : 'counter';
  // While a PIN is asked for, what it is for has the foot of the screen.
  const isAsked = rejects !== null && rejects.rows === null;
  return (
    <div className={cx('stack4', css.body)} data-testid="import-result">
      <h2>{t('import.result.title')}</h2>
      <ul className="line4">
        <li data-testid="result-created">{t('import.result.created', { count: result.newPeople })}</li>
        <li data-testid="result-changed">{t('import.result.changed', { count: result.changedPeople })}</li>
        <li data-testid="result-rooms">{t('import.result.rooms', { count: result.newRooms })}</li>
        <li data-testid="result-same">{t('import.result.same', { count: result.same })}</li>
        <li data-testid="result-rejected">
          {t('import.result.rejected', { count: result.rejected.length })}
        </li>
      </ul>
      <OriginalFile isAside={isAsked} />
      {flagged > 0 && (
        <Note testId="result-flags">
          <p>
            <b>{t('import.result.flagged', { count: flagged })}</b>
          </p>
          <p>{t('import.result.flaggedLead')}</p>
          <div className="line2">
            <Button
              key={next}
              weight={next === 'flags' && !isAsked ? 'main' : 'normal'}
              ref={next === 'flags' ? focusQuietly : undefined}
              disabled={busy}
              data-testid="result-flags-go"
              onClick={() => deskStore.getState().go('imports')}
            >
              {t('import.result.toFlags')}
            </Button>
          </div>
        </Note>
      )}
      {result.rejected.length > 0 && (
        <section className={cx('stack2', css.sheet)} aria-label={t('import.result.reasons')}>
          <h3>{t('import.result.reasons')}</h3>
          {/* A scrolled region has to be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className={cx(css.rejects)} tabIndex={0} aria-label={t('import.result.reasons')}>
            {result.rejected.slice(0, MAX_LISTED).map((reject) => (
              <li
                key={`${reject.sheet}-${reject.row}`}
                data-testid="reject"
                data-row={reject.row}
                data-reason={reject.reason}
              >
                <span className={cx('quiet', 'digits')}>
                  {reject.sheet} · {t('import.preview.row', { row: reject.row })}
                </span>
                <span>{t(`rejectReasons.${reject.reason}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.rejected.length > 0 && <RejectsFile />}
      <FormActions inPlace={isAsked}>
        <Button
          key={next}
          weight={next === 'counter' && !isAsked ? 'main' : 'normal'}
          ref={next === 'counter' ? focusQuietly : undefined}
          data-testid="import-done"
          disabled={busy}
          onClick={() => deskStore.getState().go('counter')}
        >
          {t('import.result.counter')}
        </Button>
        <Button disabled={busy} data-testid="import-again" onClick={reset}>
          {t('import.result.another')}
        </Button>
        <Button data-testid="import-imports" onClick={() => deskStore.getState().go('imports')}>
          {t('imports.title')}
        </Button>
      </FormActions>
    </div>
  );
}
