/** How far a backup, a test or a restore has come, and the way to end it while that is safe. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { formatDuration } from '../messages/format.ts';
import { shareOf } from './BackupShare.tsx';
import { backupStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './backup.module.css';

export function BackupProgress({
  title,
  cancelWords,
}: {
  readonly title: string;
  readonly cancelWords: string;
}) {
  const { t } = useTranslation();
  const { progress, cancelling, cancel } = useStore(backupStore);
  return (
    <section className={cx('stack3', css.progress)} aria-label={title} data-testid="backup-progress">
      <h2>{title}</h2>
      <ProgressBar share={shareOf(progress)} label={title} />
      <p className={cx('quiet', 'digits')}>
        {progress === null ? t('common.loading') : t(`backup.phases.${progress.phase}`)}
        {progress !== null &&
          progress.secondsLeft !== null &&
          ` · ${t('import.progress.left', { time: formatDuration(t, progress.secondsLeft) })}`}
      </p>
      <div>
        <Button disabled={cancelling} data-testid="backup-cancel" onClick={() => void cancel()}>
          {cancelling ? t('import.progress.cancelling') : cancelWords}
        </Button>
      </div>
    </section>
  );
}
