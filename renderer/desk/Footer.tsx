/** Who is signed in, the time to the lock as a thin line, the few ways elsewhere, the lock. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useNow } from '../countdown.ts';
import { formatClock } from '../messages/format.ts';
import { appStore, idleStore } from '../stores.ts';
import { backupWarningStore } from '../backup/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { dueStore } from '../custody/stores.ts';
import { glassStore } from '../glass/stores.ts';
import { secondWarningStore } from '../second-log/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './desk.module.css';
import { useDesk } from '../pages/desk-context.ts';
import { HANDOVER_KEY } from '../shift/index.ts';
import { usePageHeld } from './page-held.ts';
import { useMenu } from './use-menu.ts';

export function Footer() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const saved = useStore(deskStore, (state) => state.saved);
  const sessionEnd = useStore(idleStore, (state) => state.sessionEnd);
  const privacy = useStore(appStore, (state) => state.settings.privacy);
  const isHeld = usePageHeld();
  const { forRealData } = useStore(appStore, (state) => state.info) ?? { forRealData: true };
  return (
    <footer className={cx(css.footer)}>
      <IdleLine />
      <p className={cx(css.signedIn)} data-testid="signed-in">
        <Icon name="person" />
        <span className="hidden-text">{t('counter.signedIn')}</span>
        <b>{signedIn.displayName}</b>
        <span className={cx('quiet')}>{t(`roles.${signedIn.role}`)}</span>
      </p>
      <p className={cx(css.aside)} role="status">
        {saved && (
          <span className={cx(css.saved)}>
            <Icon name="check" /> {t('edit.saved')}
          </span>
        )}
        {sessionEnd !== null && <span>{t('counter.expiring', { time: formatClock(sessionEnd) })}</span>}
        {!forRealData && (
          <span className={cx(css.practice)} title={t('runtime.notForRealData')}>
            {t('runtime.practice')}
          </span>
        )}
      </p>
      <DueKeys shut={privacy} />
      {signedIn.role === 'supervisor' && <OpenGlass shut={privacy} />}
      <BackupWarning isAdmin={signedIn.role === 'admin'} shut={privacy} />
      <SecondPlaceWarning isAtDesk={signedIn.role === 'receptionist'} shut={privacy} />
      <div className={cx(css.ways)}>
        <nav className={cx(css.menu)} aria-label={t('counter.menu')}>
          {useMenu().map(({ id, words, shortcut, pressed, disabled, run }) => (
            <Button
              key={id}
              weight="plain"
              {...(shortcut === undefined ? {} : { shortcut })}
              aria-pressed={pressed}
              disabled={disabled}
              data-testid={`menu-${id}`}
              onClick={run}
            >
              {words}
            </Button>
          ))}
        </nav>
        <Button
          weight="plain"
          className={css.menuOpen}
          aria-haspopup="dialog"
          data-testid="menu-open"
          onClick={() => deskStore.getState().openDialog('menu')}
        >
          {t('counter.menu')}
        </Button>
        {!privacy && (
          <Button
            weight="plain"
            shortcut={HANDOVER_KEY}
            className={css.lockButton}
            disabled={isHeld}
            data-testid="handover-button"
            onClick={() => deskStore.getState().go('handover')}
          >
            {t('shift.button')}
          </Button>
        )}
        <Button
          shortcut="lock"
          className={css.lockButton}
          data-testid="lock-button"
          onClick={() => void appStore.getState().lock()}
        >
          <Icon name="lock" /> {t('common.lock')}
        </Button>
      </div>
    </footer>
  );
}

/** How many emergencies nobody has read yet; there until the last is acknowledged. Before a visitor the number stays and its page is shut. */
function OpenGlass({ shut }: { readonly shut: boolean }) {
  const { t } = useTranslation();
  const { open, read } = useStore(glassStore);
  useEffect(() => void read(), [read]);
  if (open.length === 0) return null;
  return (
    <Button
      weight="amber"
      disabled={shut}
      data-testid="menu-glass"
      onClick={() => deskStore.getState().go('glass')}
    >
      <Icon name="warn" /> {t('glass.count', { count: open.length })}
    </Button>
  );
}

/** How often it is asked anew, in milliseconds: it changes with the hours. */
const WARNING_EVERY = 10 * 60_000;

/** Asks once and then again and again, as long as it is shown. */
function useAskedAnew(read: () => Promise<void>): void {
  useEffect(() => {
    void read();
    const asking = setInterval(() => void read(), WARNING_EVERY);
    return () => clearInterval(asking);
  }, [read]);
}

interface FooterWarningProps {
  readonly testId: string;
  /** Which of several it is. */
  readonly warning?: string;
  /** The page on which it is seen to; null for somebody who can only be told. */
  readonly page: 'backup' | 'second-log' | null;
  readonly shut: boolean;
  readonly words: string;
}

function FooterWarning({ testId, warning, page, shut, words }: FooterWarningProps) {
  const inside = (
    <>
      <Icon name="warn" /> {words}
    </>
  );
  if (page === null)
    return (
      <p className={cx(css.warning)} data-testid={testId} data-warning={warning}>
        {inside}
      </p>
    );
  return (
    <Button
      weight="amber"
      className={css.warning}
      disabled={shut}
      data-testid={testId}
      data-warning={warning}
      onClick={() => deskStore.getState().go(page)}
    >
      {inside}
    </Button>
  );
}

/** That backups are overdue, or lie where the records lie: for everybody to see, for an admin to see to. */
function BackupWarning({ isAdmin, shut }: { readonly isAdmin: boolean; readonly shut: boolean }) {
  const { t } = useTranslation();
  const { warning, read } = useStore(backupWarningStore);
  useAskedAnew(read);
  if (warning === null) return null;
  return (
    <FooterWarning
      testId="backup-warning"
      warning={warning}
      page={isAdmin ? 'backup' : null}
      shut={shut}
      words={t(`backup.footer.${warning}`)}
    />
  );
}

/** That the log's second place was not written for days: for everybody, since whoever is at the desk can plug it in. */
function SecondPlaceWarning({ isAtDesk, shut }: { readonly isAtDesk: boolean; readonly shut: boolean }) {
  const { t } = useTranslation();
  const { overdue, read } = useStore(secondWarningStore);
  useAskedAnew(read);
  if (!overdue) return null;
  return (
    <FooterWarning
      testId="second-warning"
      page={isAtDesk ? null : 'second-log'}
      shut={shut}
      words={t('secondLog.footer')}
    />
  );
}

/** In red on every screen from when somebody has left until the keys that they held are changed, and until a ceremony after a theft is finished; the way there for who may. */
function DueKeys({ shut }: { readonly shut: boolean }) {
  const { t } = useTranslation();
  const {
    signedIn: { role },
  } = useDesk();
  const { by, theft, read } = useStore(dueStore);
  const now = useNow(60_000);
  useEffect(() => void read(), [read]);
  const words = dueWords();
  if (words === null) return null;
  if (role === 'receptionist')
    return (
      <p
        className={cx(css.due)}
        title={t(theft === null ? 'due.tell' : 'due.theftTell')}
        data-testid="due-keys"
      >
        <Icon name="warn" /> {words}
      </p>
    );
  return (
    <Button
      weight="plain"
      className={css.due}
      disabled={shut}
      data-testid="due-keys"
      onClick={() => deskStore.getState().go('keys')}
    >
      <Icon name="warn" /> {words}
    </Button>
  );

  /** The ceremony after a theft changes what a leaver has held, too. It is due within a day: today or tomorrow. */
  function dueWords(): string | null {
    if (theft !== null) return t('due.theft', { left: theft });
    if (by === null) return null;
    if (by <= now) return t('due.over');
    const isToday = new Date(by).toDateString() === new Date(now).toDateString();
    return t(isToday ? 'due.today' : 'due.tomorrow', { time: formatClock(by) });
  }
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
