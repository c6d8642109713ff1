/** How far the sweep is that runs or waits, and what may be done about it. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { SweepRun } from '../../contract/sweep/routes.ts';
import { formatDuration } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FormActions } from '../ui/FormActions.tsx';
import pageCss from '../ui/page.module.css';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { sweepStore } from './stores.ts';

export function SweepProgress({ run }: { readonly run: SweepRun | undefined }) {
  const { t } = useTranslation();
  const { progress, busy, pause, resume, cancel } = useStore(sweepStore);
  if (run === undefined || run.endedAt !== null) return null;
  const isPaused = run.state === 'paused';
  const title = t(isPaused ? 'sweep.paused' : 'sweep.running');
  return (
    <section
      className={cx(pageCss.section, pageCss.pending)}
      aria-label={title}
      data-testid="sweep-progress"
      data-state={run.state}
    >
      <h2>{title}</h2>
      {!isPaused && <ProgressBar share={shareOf(progress)} label={title} />}
      <p className={cx('quiet', 'digits')}>{isPaused ? t('sweep.pausedHint') : <Progress />}</p>
      {!isPaused && <p className="quiet">{t('sweep.background')}</p>}
      <FormActions>
        <Button
          weight="main"
          disabled={busy}
          data-testid={isPaused ? 'sweep-resume' : 'sweep-pause'}
          onClick={() => void (isPaused ? resume() : pause())}
        >
          {t(isPaused ? 'sweep.resume' : 'sweep.pause')}
        </Button>
        <Button disabled={busy} data-testid="sweep-cancel" onClick={() => void cancel()}>
          {t('sweep.cancel')}
        </Button>
      </FormActions>
    </section>
  );
}

type Told = ReturnType<typeof sweepStore.getState>['progress'];

/** Null while files are being listed. */
const shareOf = (progress: Told): number | null =>
  progress === null || progress.total === 0 ? null : progress.done / progress.total;

function Progress() {
  const { t } = useTranslation();
  const progress = useStore(sweepStore, (state) => state.progress);
  if (progress === null || progress.total === 0) return t('sweep.listing');
  const { done, total, found, secondsLeft } = progress;
  const left =
    secondsLeft === null ? '' : ` · ${t('import.progress.left', { time: formatDuration(t, secondsLeft) })}`;
  return `${t('sweep.progress', { done, total, found })}${left}`;
}
