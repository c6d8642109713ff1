/** Hides everything while long work goes on and nobody is there: its progress, and that the lock follows. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { VaultEvent } from '../../contract/events.ts';
import { VAULT_EVENT_NAMES, type VaultEventName } from '../../contract/route-names.ts';
import { bridge } from '../bridge.ts';
import { formatDuration } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useEscape } from '../ui/use-escape.ts';
import css from './lock.module.css';

type ProgressEventName = Extract<VaultEventName, `${string}.progress`>;
type Progress = Pick<VaultEvent<ProgressEventName>, 'done' | 'total' | 'secondsLeft'>;

const PROGRESS_EVENTS = VAULT_EVENT_NAMES.filter((name): name is ProgressEventName =>
  name.endsWith('.progress'),
);

/** A modal dialog lies over all others, whatever they are made of, and takes their keys and their place in the accessibility tree. */
export function CoverScreen() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const progress = useWorkProgress();
  useEffect(() => dialog.current?.showModal(), []);
  // What was open below stays open.
  useEscape(() => undefined);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  const left = progress?.secondsLeft ?? null;
  return (
    <dialog
      ref={dialog}
      className={cx(css.cover)}
      aria-labelledby="cover-title"
      data-testid="screen-cover"
      onCancel={(event) => event.preventDefault()}
      // Chromium closes at a second Esc without asking.
      onKeyDown={(event) => event.preventDefault()}
    >
      <div>
        <h1 id="cover-title">{t('lock.covered.title')}</h1>
        <p>{t('lock.covered.lead')}</p>
        <ProgressBar share={share} label={t('lock.covered.title')} />
        <p className={cx('quiet', 'digits')}>
          {left === null
            ? t('import.progress.unknown')
            : t('import.progress.left', { time: formatDuration(t, left) })}
        </p>
      </div>
    </dialog>
  );
}

/** Of whatever runs: each kind repeats its last report where it has nothing new. */
function useWorkProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const stops = PROGRESS_EVENTS.map((name) => bridge.onVault[name](setProgress));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return progress;
}
