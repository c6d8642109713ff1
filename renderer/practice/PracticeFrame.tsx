/** Tells practice apart on every screen: a striped edge and a bar above whatever is shown. Around the real vault it is nothing at all. */
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { ROLES } from '../../contract/fields.ts';
import { PRACTICE_PINS } from '../../contract/practice/lists.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { MakingScreen } from './MakingScreen.tsx';
import { practiceViewOf } from './practice-view.ts';
import css from './practice.module.css';

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
