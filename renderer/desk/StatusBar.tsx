/** At the foot of every page, in one form at every size: the time to the lock, the bell, who is signed in, the lock. */
import { useStore } from 'zustand';
import { useTranslation, type Translate } from '../messages/translate.ts';
import { useNow } from '../countdown.ts';
import { appStore, idleStore, desksStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { StatusBarSlot } from '../ui/InStatusBar.tsx';
import { Toasts } from '../ui/Toast.tsx';
import { Bell } from './Bell.tsx';
import { DESK_KEYS } from './desk-keys.ts';
import css from './desk.module.css';
import { usePageHeld } from './page-held.ts';
import { turnPrivacy } from './turn-privacy.ts';
import { useEffect, useState } from 'react';
import { showTraceCode } from '../../contract/trace/lists.ts';
import { bridge } from '../bridge.ts';
import { formatClock, formatDate } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Avatar } from '../ui/Avatar.tsx';
import { DESK_COMMANDS } from './desk-commands.ts';
import type { DesksState } from '../../contract/desks-state.ts';

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

const MINUTE_MS = 60_000;

/** Who looks at the screen and when, in ink that a photo keeps: whoever finds a picture of it finds the hour in the log. */
function TraceMark() {
  const { displayName } = useDesk().signedIn;
  const now = useNow(MINUTE_MS);
  const code = useTraceCode();
  return (
    <p className={cx(css.trace, 'digits')} title={displayName} data-testid="trace-mark">
      <span className={cx(css.traceName)}>{displayName} </span>
      {formatDate(now)} {formatClock(now)}{' '}
      {code !== null && <span data-testid="trace-code-shown">{showTraceCode(code)}</span>}
    </p>
  );
}

/** The code of this window, anew each minute; null until the vault has told it, and where it has none. */
function useTraceCode(): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const reply = await bridge.vault['trace.mark']({});
      if (!isOver) setCode(reply.ok ? reply.value.code : null);
    };
    void ask();
    const timer = window.setInterval(() => void ask(), MINUTE_MS);
    return () => {
      isOver = true;
      window.clearInterval(timer);
    };
  }, []);
  return code;
}

/** Who is signed in, and behind it what is theirs alone: how the screen looks, the keys, a visitor at the counter. */
function AccountMenu() {
  const { t } = useTranslation();
  const { displayName, role } = useDesk().signedIn;
  const isHeld = usePageHeld();
  return (
    <MenuTrigger>
      <AriaButton className={cx('row2', css.account)} data-testid="account">
        <Avatar name={displayName} size="small" />
        <span className={cx(css.accountName)} data-testid="signed-in">
          <span className="hidden-text">{t('counter.signedIn')}</span>
          <b>{displayName}</b> <span className={cx('quiet')}>{t(`roles.${role}`)}</span>
        </span>
        <Icon name="down" />
      </AriaButton>
      <Popover placement="top end" className={cx(css.popover)}>
        <Menu className={cx(css.menu)} disabledKeys={isHeld ? ['privacy'] : []}>
          {DESK_COMMANDS.map(({ id, words, shortcut, run }) => (
            <MenuItem
              key={id}
              id={id}
              className={cx(css.menuItem)}
              data-testid={`menu-${id}`}
              // The menu gives the focus back as it goes; what takes it next comes after that.
              onAction={() => requestAnimationFrame(run)}
            >
              {words(t)} {shortcut !== undefined && <kbd>{shortcut.shown}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What passes by itself is said where there is room; what does not is not quiet. */
const WEIGHTS: Readonly<Record<DesksState['is'], 'passing' | 'plain' | 'alarming'>> = {
  synced: 'passing',
  waiting: 'passing',
  receiving: 'passing',
  held: 'plain',
  offline: 'plain',
  trouble: 'alarming',
  behind: 'alarming',
  stopped: 'alarming',
  refused: 'alarming',
};

/** At the foot of every screen, where several desks keep one estate: whether this one is in step with the others. */
function DesksLine() {
  const { t } = useTranslation();
  const state = useStore(desksStore, (shown) => shown.state);
  if (state === null) return null;
  const words = wordsOf(t, state);
  return (
    <p
      className={cx(css.desks)}
      role="status"
      title={words}
      data-weight={WEIGHTS[state.is]}
      data-testid="desks-state"
    >
      {words}
    </p>
  );
}

function wordsOf(t: Translate, { is, waiting, since, desk }: DesksState): string {
  const said =
    is === 'offline' && since === null
      ? t('desks.unmet')
      : t(`desks.${is}`, { waiting, desk: desk ?? 0, time: since === null ? '' : formatClock(since) });
  // Of what goes out later, how much there is.
  return is === 'waiting' || waiting === 0 ? said : `${said} · ${t('desks.waiting', { waiting })}`;
}
