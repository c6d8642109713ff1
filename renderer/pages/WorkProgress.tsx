/** How far work has come that somebody waits for, and the way to end it. */
import { useTranslation } from '../messages/translate.ts';
import { formatDuration } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

interface WorkProgressProps {
  /** Words for the work in progress. */
  readonly words: string;
  /** Null until something is known of it. */
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly secondsLeft: number | null;
  } | null;
  readonly testId: string;
  /** Its button; `waits`: it cannot be pressed. */
  readonly stop: { readonly testId: string; readonly waits: boolean; readonly onStop: () => void };
}

export function WorkProgress({ words, progress, testId, stop }: WorkProgressProps) {
  const { t } = useTranslation();
  const left = progress?.secondsLeft ?? null;
  return (
    <div data-testid={testId}>
      <p>
        {words} {left !== null && <span className="quiet">{formatDuration(t, left)}</span>}
      </p>
      <ProgressBar
        label={words}
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
      />
      <FormActions>
        <Button disabled={stop.waits} data-testid={stop.testId} onClick={stop.onStop}>
          {t('common.cancel')}
        </Button>
      </FormActions>
    </div>
  );
}
