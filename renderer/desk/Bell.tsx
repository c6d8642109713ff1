/** The bell: how much is overdue or alarming, and the list of it with one way each. */
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Alert } from '../pages/define-page.ts';
import { beginAt } from '../pages/lead-store.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import css from './desk.module.css';
import { usePageHeld } from './page-held.ts';
import { pageOf } from './pages.ts';
import { useAlerts } from './use-alerts.ts';

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
      <Icon name="warn" />
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
