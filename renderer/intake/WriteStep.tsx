/** The writing, with an estimate and a cancel that leaves nothing behind. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatDuration } from '../messages/format.ts';
import { intakeStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './intake.module.css';

export function WriteStep() {
  const { t } = useTranslation();
  const { progress, cancelling, cancel } = useStore(intakeStore);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  return (
    <div className={cx(css.body)} data-testid="intake-progress">
      <h2>{t('intake.progress.title')}</h2>
      <p>{t('intake.progress.lead')}</p>
      <ProgressBar share={share} label={t('intake.progress.title')} />
      <p className={cx('quiet', 'digits')}>
        {progress === null
          ? t('intake.progress.unknown')
          : `${t(`intake.progress.phases.${progress.phase}`)} · ${progress.total === 0 ? '' : `${t('intake.progress.of', { done: progress.done, total: progress.total })} · `}${progress.secondsLeft === null ? t('intake.progress.unknown') : t('intake.progress.left', { time: formatDuration(t, progress.secondsLeft) })}`}
      </p>
      <FormActions>
        <Button disabled={cancelling} data-testid="intake-cancel" onClick={() => void cancel()}>
          {cancelling ? t('intake.progress.cancelling') : t('intake.progress.cancel')}
        </Button>
      </FormActions>
    </div>
  );
}
