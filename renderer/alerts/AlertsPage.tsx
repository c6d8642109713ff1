/** Alerts, for a supervisor to explain one by one; an admin reads them. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { AlertView } from '../../contract/limits/routes.ts';
import { openIncidentFrom } from '../page-intents/incident-store.ts';
import { formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { ReviewForm } from '../pages/ReviewForm.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { alertsStore } from './stores.ts';

export function AlertsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { known, open, seen, failure, read } = useStore(alertsStore);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const mayExplain = (alert: AlertView): boolean =>
    signedIn.role === 'supervisor' && alert.reader !== 'another';
  const first = open.find(mayExplain);
  return (
    <Page testId="screen-alerts">
      <PageHeader title={t('alertsPage.title')} lead={t('alertsPage.lead')} />
      <ReadFailure failure={failure} testId="alerts-again" onAgain={() => void read()} />
      <PageBody spaced ref={list} label={t('alertsPage.title')}>
        {known && open.length === 0 && (
          <EmptyState drawing="shield" words={t('alertsPage.none')} testId="alerts-none" />
        )}
        {open.map((alert) =>
          mayExplain(alert) ? (
            <Explainable
              key={alert.alertId}
              alert={alert}
              autoFocus={alert === first}
              onDone={() => list.current?.focus()}
            />
          ) : (
            <section key={alert.alertId} className={cx(pageCss.section)} data-testid="alert-of-others">
              <What alert={alert} />
              <p className="quiet">
                {t(signedIn.role === 'supervisor' ? 'alertsPage.others' : 'alertsPage.readOnly')}
              </p>
            </section>
          ),
        )}
        {seen.length > 0 && <h2 className="quiet">{t('alertsPage.seenBefore')}</h2>}
        {seen.map((alert) => (
          <section key={alert.alertId} className={cx(pageCss.section)} data-testid="alert-seen">
            <What alert={alert} />
            {alert.seen !== null && (
              <p className="quiet">
                <span className="digits">{formatMoment(alert.seen.at)}</span>{' '}
                {t('alertsPage.seenBy', { name: alert.seen.staffName, words: alert.seen.words })}
              </p>
            )}
          </section>
        ))}
      </PageBody>
    </Page>
  );
}

function What({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation();
  const about = [alert.personMask, alert.roomLabel].filter((part) => part !== null);
  return (
    <p>
      <span className={cx('digits', 'quiet')}>{formatMoment(alert.at)}</span>{' '}
      <b>{alert.staffName ?? t('alertsPage.several')}</b> ·{' '}
      {[t(`alertsPage.kinds.${alert.kind}`, { count: alert.count }), ...about].join(' · ')}{' '}
      {alert.kind !== 'paperLost' && (
        <Button
          weight="plain"
          data-testid="alert-incident"
          onClick={() => openIncidentFrom({ origin: 'alert', entry: alert.alertId })}
        >
          {t('incidents.from')}
        </Button>
      )}
    </p>
  );
}

interface ExplainableProps {
  readonly alert: AlertView;
  readonly autoFocus: boolean;
  readonly onDone: () => void;
}

function Explainable({ alert, autoFocus, onDone }: ExplainableProps) {
  const { t } = useTranslation();
  const explain = useStore(alertsStore, (state) => state.explain);
  return (
    <ReviewForm
      title={t('alertsPage.explainOf', { name: alert.staffName ?? t('alertsPage.several') })}
      testId="alert-open"
      kind={alert.kind}
      words={{ label: t('alertsPage.words'), testId: 'alert-words' }}
      submit={{ label: t('alertsPage.explain'), testId: 'alert-explain' }}
      autoFocus={autoFocus}
      onSend={(found) => explain({ alertId: alert.alertId, ...found })}
      onDone={onDone}
    >
      <What alert={alert} />
      {alert.reader === 'you-alone' && <p className="quiet">{t('alertsPage.alone')}</p>}
    </ReviewForm>
  );
}
