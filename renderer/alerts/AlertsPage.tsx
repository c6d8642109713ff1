/** Alerts, for a supervisor to explain one by one; an admin reads them. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { AlertView } from '../../contract/limits/routes.ts';
import { askAccessHistory } from '../page-intents/ask-access-history.ts';
import { openIncidentFrom } from '../page-intents/incident-store.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import review from '../pages/review.module.css';
import { ReviewCard } from '../pages/ReviewCard.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { LossSection } from './LossSection.tsx';
import { alertsStore, lossStore } from './stores.ts';

export function AlertsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { known, open, seen, failure, read, explain } = useStore(alertsStore);
  const list = useRef<HTMLDivElement>(null);
  const { failure: lossFailure, read: readLosses } = useStore(lossStore);
  useEffect(() => {
    void read();
    void readLosses();
  }, [read, readLosses]);
  const mayExplain = (alert: AlertView): boolean =>
    signedIn.role === 'supervisor' && alert.reader !== 'another';
  const first = open.find(mayExplain);
  return (
    <Page testId="screen-alerts">
      <PageHeader title={t('alertsPage.title')} lead={t('alertsPage.lead')} />
      <ReadFailure failure={failure} testId="alerts-again" onAgain={() => void read()} />
      <PageBody ref={list} label={t('alertsPage.title')}>
        {known && open.length === 0 && (
          <EmptyState drawing="shield" words={t('alertsPage.none')} testId="alerts-none" />
        )}
        {open.map((alert) =>
          mayExplain(alert) ? (
            <ReviewCard
              key={alert.alertId}
              title={t('alertsPage.explainOf', { name: whoOf(t, alert) })}
              testId="alert-open"
              kind={alert.kind}
              about={alert.alertId}
              lead={t(`alertsPage.kinds.${alert.kind}`, { count: alert.count })}
              words={{ label: t('scope.open.words'), testId: 'alert-words' }}
              submit={{ label: t('alertsPage.explain'), testId: 'alert-explain' }}
              more={<Ways alert={alert} />}
              isFirst={alert === first}
              onSend={(found) => explain({ alertId: alert.alertId, ...found })}
              onDone={() => list.current?.focus()}
            >
              <What alert={alert} note={alert.reader === 'you-alone' ? t('alertsPage.alone') : null} />
            </ReviewCard>
          ) : (
            <section key={alert.alertId} className={cx(review.row)} data-testid="alert-of-others">
              <What
                alert={alert}
                note={t(signedIn.role === 'supervisor' ? 'alertsPage.others' : 'alertsPage.readOnly')}
              />
              <div className="line3">
                <Ways alert={alert} />
              </div>
            </section>
          ),
        )}
        <ReadFailure failure={lossFailure} testId="losses-again" onAgain={() => void readLosses()} />
        <LossSection onSeen={() => list.current?.focus()} />
        {seen.length > 0 && (
          <section className={cx(pageCss.section)}>
            <h2>{t('alertsPage.seenBefore')}</h2>
            <RegisterTable label={t('alertsPage.seenBefore')} listing={SEEN} rows={seen}>
              {(one) => (
                <ListDrawer
                  of={one}
                  name="alert"
                  hasSteps
                  title={t(`alertsPage.names.${one.row.kind}`)}
                  facts={[
                    ...factsOf(t, one.row),
                    [t('alertsPage.facts.words'), one.row.seen?.words ?? ''],
                    [t('alertsPage.facts.by'), one.row.seen && byOf(one.row.seen)],
                  ]}
                  foot={
                    <div className="line3">
                      <Ways alert={one.row} />
                    </div>
                  }
                />
              )}
            </RegisterTable>
          </section>
        )}
      </PageBody>
    </Page>
  );
}

const whoOf = (t: Translate, { staffName }: AlertView): string => staffName ?? t('alertsPage.several');

const byOf = (seen: NonNullable<AlertView['seen']>): string => `${seen.staffName} · ${formatMoment(seen.at)}`;

/** What was seen: when, how many against what is allowed, whose record and which room. */
function factsOf(t: Translate, alert: AlertView): readonly (readonly [name: string, words: string])[] {
  const { count, limit, personMask, roomLabel } = alert;
  return [
    [t('alertsPage.facts.who'), whoOf(t, alert)],
    [t('log.columns.time'), formatMoment(alert.at)],
    ...(limit === null
      ? []
      : [[t('alertsPage.facts.count'), t('alertsPage.ofLimit', { number: count, limit })] as const]),
    [
      t('alertsPage.facts.about'),
      [personMask, roomLabel].filter((part) => part !== null).join(' · ') || t('alertsPage.nobody'),
    ],
  ];
}

/** The cells of what waits: when, who, what, and whom it is about. */
function What({ alert, note }: { readonly alert: AlertView; readonly note: string | null }) {
  const { t } = useTranslation();
  const [, , ...about] = factsOf(t, alert);
  return (
    <>
      <span className="digits">{formatMoment(alert.at)}</span>
      <b>{whoOf(t, alert)}</b>
      <h2>
        {t(`alertsPage.kinds.${alert.kind}`, { count: alert.count })}{' '}
        <Badge tone="harm">{t('alertsPage.waits')}</Badge>
      </h2>
      <div className={cx('small', 'quiet')}>
        {about.map(([name, words], at) => (
          <p key={name}>{at === about.length - 1 ? words : `${name} ${words}`}</p>
        ))}
        {note !== null && <p>{note}</p>}
      </div>
    </>
  );
}

/** The ways to what it came of: the record that it is about, the person's day or the desk's; and on to an incident. */
function Ways({ alert: { alertId, kind, personId, staffId, at } }: { readonly alert: AlertView }) {
  const { t } = useTranslation();
  if (kind === 'paperLost') return null;
  const day = formatDate(at);
  const about =
    staffId !== null
      ? ({ by: 'staff', staffId, from: day, to: day } as const)
      : personId !== null
        ? ({ by: 'person', personId } as const)
        : ({ by: 'day', day } as const);
  return (
    <>
      <Button data-testid="alert-history" onClick={() => askAccessHistory(about)}>
        {t('alertsPage.history')}
      </Button>
      <Button
        weight="plain"
        data-testid="alert-incident"
        onClick={() => openIncidentFrom({ origin: 'alert', entry: alertId })}
      >
        {t('incidents.from')}
      </Button>
    </>
  );
}

const SEEN: Listing<AlertView> = {
  idOf: ({ alertId }) => alertId,
  marksOf: () => ({ 'data-testid': 'alert-seen' }),
  words: (t, alert) => `${formatMoment(alert.at)} ${t(`alertsPage.names.${alert.kind}`)}`,
  columns: (t) => [
    { id: 'at', header: t('log.columns.time'), narrow: true, cell: ({ at }) => formatMoment(at) },
    { id: 'what', header: t('alertsPage.title'), cell: ({ kind }) => t(`alertsPage.names.${kind}`) },
    { id: 'who', header: t('alertsPage.facts.who'), narrow: true, cell: (alert) => whoOf(t, alert) },
    { id: 'words', header: t('alertsPage.facts.words'), second: true, cell: ({ seen }) => seen?.words },
    {
      id: 'state',
      header: t('alertsPage.facts.by'),
      narrow: true,
      cell: ({ seen }) => seen && <Badge tone="good">{byOf(seen)}</Badge>,
    },
  ],
};
