/** Page of the records opened in an emergency, for a supervisor to read and acknowledge one by one. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import type { EmergencyEvent } from '../../contract/tasks/views.ts';
import { formatClock, formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import review from '../pages/review.module.css';
import { ReviewCard } from '../pages/ReviewCard.tsx';
import { emergencyStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
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
            <ReadEvent key={event.emergencyId} event={event} />
          ) : (
            <OpenEvent
              key={event.emergencyId}
              event={event}
              isFirst={event === first}
              onDone={() => scroller.current?.focus()}
            />
          ),
        )}
        {seen.length > 0 && <h2 className={cx('row2', css.notesHead)}>{t('emergency.seenBefore')}</h2>}
        {seen.map((event) => (
          <ReadEvent key={event.emergencyId} event={event} />
        ))}
      </PageBody>
    </Page>
  );
}

/** The cells of an emergency: when, who, how it went, and each record that was opened. */
function What({ event, children }: { readonly event: EmergencyEvent; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="digits">{formatMoment(event.at)}</span>
      <b>{event.staffName}</b>
      <div>
        <h2>
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
          <p className={cx('small', 'quiet')} data-testid="emergency-building">
            {t('emergency.inBuilding', { building: labelOfArea({ ...event.building, unit: null }) })}
          </p>
        )}
      </div>
      <div className="small">
        {event.openings.map((opening) => (
          <p key={`${opening.personId} ${opening.at}`} data-testid="emergency-opening">
            <span className={cx('digits', 'quiet')}>{formatClock(opening.at)}</span> {opening.personMask} ·{' '}
            {opening.fields.map((field) => t(`fields.${field}`)).join(t('scope.and'))} · {opening.words}
            {opening.ticket !== null && (
              <span className="quiet"> {t('log.ticket', { ticket: opening.ticket })}</span>
            )}
          </p>
        ))}
        {children}
      </div>
    </>
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
      <What event={event}>
        {event.reader === 'you-alone' && (
          <p className="quiet" data-testid="emergency-self">
            {t('emergency.yourOwn.you-alone')}
          </p>
        )}
      </What>
    </ReviewCard>
  );
}

/** Of others, or acknowledged: read alone. */
function ReadEvent({ event }: { readonly event: EmergencyEvent }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  if (event.seen === null)
    return (
      <div className={cx(review.row)} data-testid="emergency-event">
        <What event={event} />
        <p className={cx('small', 'quiet')} data-testid="emergency-another">
          {t(role === 'supervisor' ? 'emergency.yourOwn.another' : 'emergency.readOnly')}
        </p>
      </div>
    );
  const { staffName: name, at, words } = event.seen;
  return (
    <div className={cx(review.row)} data-testid="emergency-seen">
      <What event={event}>
        <p className="quiet">{t('emergency.seenBy', { name, time: formatMoment(at), words })}</p>
      </What>
      <Badge tone="good">{t('emergency.seenBefore')}</Badge>
    </div>
  );
}
