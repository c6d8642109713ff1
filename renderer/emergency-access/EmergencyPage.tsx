/** Page of the records opened in an emergency, for a supervisor to read and acknowledge one by one. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import type { EmergencyEvent } from '../../contract/tasks/views.ts';
import { formatClock, formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { ReviewCard } from '../pages/ReviewCard.tsx';
import { emergencyStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import pageCss from '../ui/page.module.css';
import css from '../tasks/tasks.module.css';

export function EmergencyPage() {
  const { t } = useTranslation();
  const { known, open, seen, failure, read } = useStore(emergencyStore);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const first = open.find(({ reader }) => reader !== 'another');
  return (
    <Page testId="screen-emergency">
      <PageHeader title={t('emergency.page')} lead={t('emergency.pageLead')} />
      <FailureNote failure={failure} />
      <PageBody ref={scroller} label={t('emergency.page')}>
        {known && open.length === 0 && (
          <EmptyState drawing="shield" words={t('emergency.none')} testId="emergency-none" />
        )}
        {open.map((event) =>
          event.reader === 'another' ? (
            <OthersEvent key={event.emergencyId} event={event} />
          ) : (
            <OpenEvent
              key={event.emergencyId}
              event={event}
              isFirst={event === first}
              onDone={() => scroller.current?.focus()}
            />
          ),
        )}
        {seen.length > 0 && <h2 className={cx(css.notesHead)}>{t('emergency.seenBefore')}</h2>}
        {seen.map((event) => (
          <SeenEvent key={event.emergencyId} event={event} />
        ))}
      </PageBody>
    </Page>
  );
}

function What({ event }: { readonly event: EmergencyEvent }) {
  const { t } = useTranslation();
  return (
    <div className={cx(css.what)}>
      <h2>
        {event.staffName} · {formatMoment(event.at)} ·{' '}
        {event.ended === null
          ? t('emergency.underWay', { records: event.records })
          : t('emergency.ended', { records: event.records, why: t(`emergency.ends.${event.ended}`) })}{' '}
        {event.overdue && (
          <span data-testid="emergency-overdue">
            <Badge tone="harm">{t('emergency.overdueMark')}</Badge>
          </span>
        )}
      </h2>
      {event.building !== null && (
        <p className="quiet" data-testid="emergency-building">
          {t('emergency.inBuilding', { building: labelOfArea({ ...event.building, unit: null }) })}
        </p>
      )}
      {event.openings.map((opening) => (
        <p key={`${opening.personId} ${opening.at}`} data-testid="emergency-opening">
          <span className={cx('digits', 'quiet')}>{formatClock(opening.at)}</span> {opening.personMask} ·{' '}
          {opening.fields.map((field) => t(`fields.${field}`)).join(t('scope.and'))} · {opening.words}
          {opening.ticket !== null && (
            <span className="quiet"> {t('log.ticket', { ticket: opening.ticket })}</span>
          )}
        </p>
      ))}
    </div>
  );
}

interface OpenEventProps {
  readonly event: EmergencyEvent;
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

function OpenEvent({ event, isFirst, onDone }: OpenEventProps) {
  const { t } = useTranslation();
  const acknowledge = useStore(emergencyStore, (state) => state.acknowledge);
  return (
    <ReviewCard
      title={t('emergency.acknowledgeOf', { name: event.staffName })}
      testId="emergency-event"
      words={{ label: t('emergency.found'), hint: t('emergency.foundHint'), testId: 'emergency-found' }}
      submit={{ label: t('emergency.acknowledge'), testId: 'emergency-acknowledge' }}
      about={event.emergencyId}
      isFirst={isFirst}
      onSend={(found) => acknowledge({ emergencyId: event.emergencyId, ...found })}
      onDone={onDone}
    >
      <What event={event} />
      {event.reader === 'you-alone' && (
        <p className="quiet" data-testid="emergency-self">
          {t('emergency.yourOwn.you-alone')}
        </p>
      )}
    </ReviewCard>
  );
}

/** Opened by whoever reads, or read by an admin: it waits for somebody else. */
function OthersEvent({ event }: { readonly event: EmergencyEvent }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  return (
    <div className={cx(pageCss.section, pageCss.pending)} data-testid="emergency-event">
      <What event={event} />
      <p className="quiet" data-testid="emergency-another">
        {t(role === 'supervisor' ? 'emergency.yourOwn.another' : 'emergency.readOnly')}
      </p>
    </div>
  );
}

function SeenEvent({ event }: { readonly event: EmergencyEvent }) {
  const { t } = useTranslation();
  return (
    <div className={cx(pageCss.section)} data-testid="emergency-seen">
      <What event={event} />
      {event.seen !== null && (
        <p className="quiet">
          {t('emergency.seenBy', {
            name: event.seen.staffName,
            time: formatMoment(event.seen.at),
            words: event.seen.words,
          })}
        </p>
      )}
    </div>
  );
}
