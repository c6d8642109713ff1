/** The writing, with an estimate and a cancel that leaves nothing behind. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { formatDuration } from '../messages/format.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './import.module.css';

export function WriteStep() {
  const { t } = useTranslation();
  const { progress, cancelling, cancel } = useStore(importStore);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  return (
    <div className={cx('stack4', css.body)} data-testid="import-progress">
      <h2>{t('import.progress.title')}</h2>
      <p>{t('import.progress.lead')}</p>
      <ProgressBar share={share} label={t('import.progress.title')} />
      <p className={cx('quiet', 'digits')}>
        {progress === null
          ? t('import.progress.unknown')
          : `${t(`import.progress.phases.${progress.phase}`)} · ${progress.total === 0 ? '' : `${t('import.progress.of', { done: progress.done, total: progress.total })} · `}${progress.secondsLeft === null ? t('import.progress.unknown') : t('import.progress.left', { time: formatDuration(t, progress.secondsLeft) })}`}
      </p>
      <FormActions>
        <Button disabled={cancelling} data-testid="import-cancel" onClick={() => void cancel()}>
          {cancelling ? t('import.progress.cancelling') : t('import.progress.cancel')}
        </Button>
      </FormActions>
    </div>
  );
}
