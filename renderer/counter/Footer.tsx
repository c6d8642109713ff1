/** Who is signed in, the time to the lock as a thin line, the few ways elsewhere, the lock. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useNow } from '../countdown.ts';
import { formatClock } from '../messages/format.ts';
import { appStore, deskStore, glassStore, idleStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './counter.module.css';
import { useDesk } from './desk-context.ts';
import { useImporting } from './importing.ts';
import { turnPrivacy } from './turn-privacy.ts';

export function Footer() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { saved, go, show, openDialog } = useStore(deskStore);
  const sessionEnd = useStore(idleStore, (state) => state.sessionEnd);
  const importing = useImporting();
  const privacy = useStore(appStore, (state) => state.settings.privacy);
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
        {saved && <span className={cx(css.saved)}><Icon name="check" /> {t('edit.saved')}</span>}
        {sessionEnd !== null && <span>{t('counter.expiring', { time: formatClock(sessionEnd) })}</span>}
        {!forRealData && <span className={cx(css.practice)}>{t('runtime.notForRealData')}</span>}
      </p>
      {signedIn.role === 'supervisor' && <OpenGlass shut={privacy} />}
      <nav className={cx(css.menu)} aria-label={t('counter.menu')}>
        {signedIn.role !== 'admin' && !privacy && (
          <>
            <Button weight="plain" shortcut="add" disabled={importing} data-testid="menu-add" onClick={() => { go('counter'); show({ kind: 'add' }); }}>{t('counter.add')}</Button>
            <Button weight="plain" shortcut="import" disabled={importing} data-testid="menu-import" onClick={() => go('intake')}>{t('counter.import')}</Button>
          </>
        )}
        {!privacy && <Button weight="plain" shortcut="rooms" disabled={importing} data-testid="menu-rooms" onClick={() => go('rooms')}>{t('room.title')}</Button>}
        {signedIn.role !== 'receptionist' && !privacy && (
          <>
            <Button weight="plain" disabled={importing} data-testid="menu-log" onClick={() => go('log')}>{t('counter.log')}</Button>
            <Button weight="plain" disabled={importing} data-testid="menu-policy" onClick={() => go('policy')}>{t('counter.policy')}</Button>
          </>
        )}
        {signedIn.role === 'admin' && !privacy && <Button weight="plain" disabled={importing} data-testid="menu-room-patterns" onClick={() => go('room-patterns')}>{t('counter.roomPatterns')}</Button>}
        <Button weight="plain" shortcut="privacy" disabled={importing} aria-pressed={privacy} data-testid="menu-privacy" onClick={() => turnPrivacy(!privacy)}>{t(privacy ? 'visitorView.off' : 'visitorView.on')}</Button>
        <Button weight="plain" data-testid="menu-settings" onClick={() => openDialog('settings')}>{t('counter.settings')}</Button>
        <Button weight="plain" shortcut="help" data-testid="menu-help" onClick={() => openDialog('help')}>{t('counter.help')}</Button>
        <Button shortcut="lock" data-testid="lock-button" onClick={() => void appStore.getState().lock()}><Icon name="lock" /> {t('common.lock')}</Button>
      </nav>
    </footer>
  );
}

/** How many emergencies nobody has read yet; there until the last is acknowledged. Before a visitor the number stays and its page is shut. */
function OpenGlass({ shut }: { readonly shut: boolean }) {
  const { t } = useTranslation();
  const { open, read } = useStore(glassStore);
  useEffect(() => void read(), [read]);
  if (open.length === 0) return null;
  return <Button weight="amber" disabled={shut} data-testid="menu-glass" onClick={() => deskStore.getState().go('glass')}><Icon name="warn" /> {t('glass.count', { count: open.length })}</Button>;
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
    <div className={cx(css.idle)} title={t('counter.idle', { seconds: Math.round(left) })} data-testid="idle-line" data-low={left <= 15}>
      <div style={{ transform: `scaleX(${Math.min(1, left / idleSeconds)})` }} />
    </div>
  );
}
