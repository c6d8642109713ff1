/** Tells practice apart on every screen: a striped edge and a bar above whatever is shown. Around the real vault it is nothing at all. */
import { type ReactNode, Suspense, lazy, useState, useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { ROLES } from '../../contract/fields.ts';
import { PRACTICE_PINS } from '../../contract/practice/lists.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { practiceViewOf } from './practice-view.ts';
import css from './practice.module.css';
import type { ShellEvent } from '../../contract/shell/routes.ts';
import { bridge } from '../bridge.ts';
import { FailureNote } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useChange } from './use-change.ts';

/** Asked for when it is wanted: the lock screen does not wait for what a dialog is made of. */
const EndDialog = lazy(() => import('./EndDialog.tsx').then((module) => ({ default: module.EndDialog })));

interface PracticeFrameProps {
  readonly children: ReactNode;
  /** Beside the badge, in practice alone. */
  readonly inBar: ReactNode;
  /** Beside the screen, in practice alone. */
  readonly aside: ReactNode;
}

export function PracticeFrame({ children, inBar, aside }: PracticeFrameProps) {
  const { t } = useTranslation();
  const info = useStore(appStore, (state) => state.info);
  const isLocked = useStore(appStore, (state) => state.status?.state === 'locked');
  const [ending, setEnding] = useState(false);
  if (info === null || info.practice === null) return children;
  const { making } = info.practice;
  const view = practiceViewOf({ making, ending, locked: isLocked });
  return (
    <div className={cx(css.frame)} data-testid="practice" data-view={view}>
      <div className={cx(css.edge)} aria-hidden="true" />
      <header className={cx('line4', css.bar)} aria-label={t('practice.badge')}>
        <b className={cx(css.badge)} data-testid="practice-badge">
          {t('practice.badge')}
        </b>
        <span className={cx(css.notice)}>{t('practice.notice')}</span>
        {isLocked && <Pins />}
        {!making && inBar}
        {!making && (
          <Button data-testid="practice-end" onClick={() => setEnding(true)}>
            {t('practice.end')}
          </Button>
        )}
      </header>
      <div className={cx(css.below)}>{making ? <MakingScreen /> : children}</div>
      {!making && aside}
      {ending && (
        <Suspense fallback={null}>
          <EndDialog onClose={() => setEnding(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** No secret: they open invented people alone, on every computer. */
function Pins() {
  const { t } = useTranslation();
  return (
    <dl className={cx('line4', css.pins)} aria-label={t('practice.pins')} data-testid="practice-pins">
      {ROLES.map((role) => (
        <div key={role}>
          <dt>{t(`roles.${role}`)} PIN</dt>
          <dd className={cx('digits')}>{PRACTICE_PINS[role]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** While the practice vault is made: how far it has come, and the way back. */
function MakingScreen() {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<ShellEvent<'practiceMaking'> | null>(null);
  const { busy, failure, ask } = useChange();
  useEffect(() => bridge.onShell.practiceMaking(setProgress), []);
  const why = progress?.failure ?? null;
  return (
    <main className={cx('stack4', css.making)} data-testid="practice-making">
      <h1>{why === null ? t('practice.making') : t('practice.failed')}</h1>
      {why === null ? (
        <>
          <p>{t('practice.makingLead')}</p>
          <ProgressBar
            share={progress === null ? null : progress.done / progress.total}
            label={t('practice.making')}
          />
        </>
      ) : (
        <FailureNote failure={{ code: why, details: {} }} />
      )}
      <FailureNote failure={failure} />
      <div>
        <Button disabled={busy} data-testid="practice-cancel" onClick={() => ask('leavePractice')}>
          {why === null ? t('common.cancel') : t('practice.return')}
        </Button>
      </div>
    </main>
  );
}
