/** The bell: how much is overdue or alarming, and the list of it with one way each. */
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { useTranslation, type Translate } from '../messages/translate.ts';
import type { Alert } from '../pages/define-page.ts';
import { beginAt } from '../pages/lead-store.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore, idleStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import css from './desk.module.css';
import { usePageHeld } from './page-held.ts';
import { pageOf, ALERT_SOURCES } from './pages.ts';
import { useEffect, useReducer } from 'react';
import { useNow } from '../countdown.ts';
import { formatClock } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';

/** Before a visitor the number stays; what it is of does not, and nothing leads there. */
export function Bell() {
  const { t } = useTranslation();
  const alerts = useAlerts();
  const privacy = useStore(appStore, ({ settings }) => settings.privacy);
  const [worst] = alerts;
  return (
    <DialogTrigger onOpenChange={(isOpen) => !isOpen && appStore.getState().readWrongTries()}>
      <AriaButton
        className={cx('row2', css.bell)}
        isDisabled={privacy}
        data-testid="bell"
        data-tone={worst?.tone}
        data-alerts={alerts.map(({ id }) => id).join(' ')}
      >
        <Icon name="bell" />
        <span className="hidden-text">{t('bell.title')}</span>
        {alerts.length > 0 && <span className={cx(css.bellCount, 'digits')}>{alerts.length}</span>}
        {worst !== undefined && !privacy && (
          <span className={cx(css.bellWords)} title={worst.words} data-testid="bell-words">
            {worst.words}
          </span>
        )}
      </AriaButton>
      <Popover placement="top start" className={cx(css.popover)}>
        <Dialog className={cx(css.alerts)} aria-label={t('bell.title')} data-testid="alerts">
          {({ close }) =>
            alerts.length === 0 ? (
              <EmptyState small drawing="bell" words={t('bell.none')} />
            ) : (
              <ul>
                {alerts.map((alert) => (
                  <AlertLine key={alert.id} alert={alert} onGo={close} />
                ))}
              </ul>
            )
          }
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface AlertLineProps {
  readonly alert: Alert;
  readonly onGo: () => void;
}

function AlertLine({ alert: { id, tone, words, hint, page, begins }, onGo }: AlertLineProps) {
  const { t } = useTranslation();
  const isHeld = usePageHeld();
  return (
    <li className={cx('row3', css.alert)} data-tone={tone} data-testid={`alert-${id}`}>
      <Icon name={tone === 'harm' ? 'warn' : 'bell'} />
      <p>
        {words}
        {hint !== undefined && <span className={cx('quiet', 'small')}>{hint}</span>}
      </p>
      {page !== null && (
        <Button
          disabled={isHeld}
          data-testid={`alert-${id}-go`}
          onClick={() => {
            onGo();
            // Once the list is gone: as long as it is there it takes back the focus that a page gives to its form.
            queueMicrotask(() =>
              begins === undefined ? deskStore.getState().go(page) : beginAt(begins, page),
            );
          }}
        >
          {t('bell.go')}
          <span className="hidden-text"> {pageOf(page).title(t)}</span>
        </Button>
      )}
    </li>
  );
}

/** Milliseconds: what is due changes with the hours. */
const ASK_EVERY = 10 * 60_000;
const LOOK_EVERY = 60_000;

/** Everything that is overdue or alarming for whoever is signed in, the worst first: what the bell shows. */
function useAlerts(): readonly Alert[] {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const now = useNow(LOOK_EVERY);
  const wrongTries = useStore(appStore, (state) => state.wrongTries);
  const sessionEnd = useStore(idleStore, (state) => state.sessionEnd);
  const [, look] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const ends = ALERT_SOURCES.map(({ subscribe }) => subscribe(look));
    return () => ends.forEach((end) => end());
  }, []);
  useEffect(() => {
    const ask = (): void => ALERT_SOURCES.forEach((source) => void source.ask(role));
    ask();
    const asking = setInterval(ask, ASK_EVERY);
    return () => clearInterval(asking);
  }, [role]);
  return [
    ...(wrongTries === 0 ? [] : [triedByAnother(t, wrongTries)]),
    ...(sessionEnd === null ? [] : [endOfSession(t, sessionEnd)]),
    ...ALERT_SOURCES.flatMap(({ alertOf }) => alertOf({ t, role, now }) ?? []),
  ].sort((one, other) => Number(other.tone === 'harm') - Number(one.tone === 'harm'));
}

/** One who misses a key does so once or twice. */
const OWN_SLIPS = 2;

const triedByAnother = (t: Translate, count: number): Alert => {
  const words = t('lock.wrongTries', { count });
  return { id: 'wrong-tries', tone: count > OWN_SLIPS ? 'harm' : 'amber', words, page: null };
};

/** It comes by itself, whatever is done until then. */
const endOfSession = (t: Translate, end: number): Alert => ({
  id: 'session-end',
  tone: 'amber',
  words: t('counter.expiring', { time: formatClock(end) }),
  page: null,
});
