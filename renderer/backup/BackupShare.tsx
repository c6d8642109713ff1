/** How far a backup is that is made, opened or put back before anybody is signed in. */
import { useEffect, useState } from 'react';
import type { VaultEvent } from '../../contract/events.ts';
import { bridge } from '../bridge.ts';
import { useTranslation } from '../messages/translate.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { cx } from '../ui/cx.ts';

/** From 0 to 1; null before anything is said, and while it is read through row by row: nobody knows how many there will be. */
export const shareOf = (progress: VaultEvent<'backup.progress'> | null): number | null =>
  progress === null || progress.total === 0 || progress.phase === 'checking'
    ? null
    : progress.done / progress.total;

/** `perhaps`: nothing is shown before the vault has said that there is such work. */
export function BackupShare({
  title,
  perhaps = false,
}: {
  readonly title: string;
  readonly perhaps?: boolean;
}) {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<VaultEvent<'backup.progress'> | null>(null);
  useEffect(() => bridge.onVault['backup.progress'](setProgress), []);
  if (progress === null && perhaps) return null;
  return (
    <div className={cx('stack2')} data-testid="backup-share">
      <p role="status">
        {title} {progress !== null && t(`backup.phases.${progress.phase}`)}
      </p>
      <ProgressBar share={shareOf(progress)} label={title} />
    </div>
  );
}
