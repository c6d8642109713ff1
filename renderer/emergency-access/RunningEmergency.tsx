/** The own emergency while it is under way, with the button that ends it; empty otherwise. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import { formatClock } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import css from '../tasks/tasks.module.css';
import { emergencyStore } from './stores.ts';

/** `onEnded`: what was shown in it is to go. */
export function RunningEmergency({ onEnded }: { readonly onEnded?: () => void }) {
  const { t } = useTranslation();
  const { own, readOwn, end } = useStore(emergencyStore);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = own?.running ?? null;
  const until = running?.until ?? null;
  useEffect(() => {
    if (until === null) return undefined;
    const over = setTimeout(() => void readOwn(), Math.max(0, until - Date.now()));
    return () => clearTimeout(over);
  }, [until, readOwn]);
  if (running === null) return null;

  const stop = async (): Promise<void> => {
    const problem = await end();
    setFailure(problem);
    if (problem === null) onEnded?.();
  };

  return (
    <section
      className={cx('row4', css.emergencyBar, css.running)}
      aria-label={t('task.steps.emergency')}
      data-testid="emergency-running"
    >
      <p>
        {t('emergency.running', {
          until: formatClock(running.until),
          records: running.records,
        })}
        {running.building !== null && ` · ${labelOfArea({ ...running.building, unit: null })}`}
      </p>
      <FailureNote failure={failure} />
      <Button onClick={() => void stop()} data-testid="emergency-end">
        {t('emergency.end')}
      </Button>
    </section>
  );
}
