/** At the foot of every page, in one form at every size: the time to the lock, the bell, who is signed in, the lock. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { useNow } from '../countdown.ts';
import { appStore, idleStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { StatusBarSlot } from '../ui/InStatusBar.tsx';
import { Toasts } from '../ui/Toast.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Bell } from './Bell.tsx';
import { DesksLine } from './DesksLine.tsx';
import { DESK_KEYS } from './desk-keys.ts';
import css from './desk.module.css';
import { usePageHeld } from './page-held.ts';
import { TraceMark } from './TraceMark.tsx';
import { turnPrivacy } from './turn-privacy.ts';

export function StatusBar() {
  const { t } = useTranslation();
  const privacy = useStore(appStore, ({ settings }) => settings.privacy);
  const isHeld = usePageHeld();
  const { forRealData } = useStore(appStore, (state) => state.info) ?? { forRealData: true };
  return (
    <footer className={cx('row2', css.statusBar)}>
      <IdleLine />
      <StatusBarSlot />
      <Bell />
      <DesksLine />
      {!forRealData && (
        <p className={cx(css.notReal)} title={t('runtime.notForRealData')}>
          {t('runtime.standIn')}
        </p>
      )}
      <ToastPlace />
      {privacy ? (
        <Button
          weight="plain"
          shortcut={DESK_KEYS.privacy}
          disabled={isHeld}
          data-testid="visitor-end"
          onClick={() => turnPrivacy(false)}
        >
          {t('visitorView.off')}
        </Button>
      ) : (
        <>
          <TraceMark />
          <AccountMenu />
        </>
      )}
      <Button
        weight="plain"
        shortcut="lock"
        data-testid="lock-button"
        // It can be pressed beside whatever is open.
        data-react-aria-top-layer
        onClick={() => void appStore.getState().lock()}
      >
        <Icon name="lock" /> {t('common.lock')}
      </Button>
    </footer>
  );
}

/** None while a visitor looks at the screen or it is covered: what is shown goes at once, and nothing is kept for later. */
function ToastPlace() {
  const privacy = useStore(appStore, ({ settings }) => settings.privacy);
  const isCovered = useStore(idleStore, ({ covered }) => covered);
  return privacy || isCovered ? <div className={cx(css.middle)} /> : <Toasts undoKey={DESK_KEYS.undo} />;
}

/** The line is full when somebody has just touched something. */
function IdleLine() {
  const { t } = useTranslation();
  const deadline = useStore(idleStore, (state) => state.deadline);
  const idleSeconds = useStore(appStore, (state) => state.settings.idleSeconds);
  const now = useNow(1000);
  if (deadline === null) return null;
  const left = Math.max(0, (deadline - now) / 1000);
  return (
    <div
      className={cx(css.idle)}
      title={t('counter.idle', { seconds: Math.round(left) })}
      data-testid="idle-line"
      data-low={left <= 15}
    >
      <div style={{ transform: `scaleX(${Math.min(1, left / idleSeconds)})` }} />
    </div>
  );
}
