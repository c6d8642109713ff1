/** What was opened in an emergency, for a supervisor to read and acknowledge one by one. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { GlassEvent } from '../../contract/tasks/views.ts';
import { formatClock, formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { ReviewForm } from '../pages/ReviewForm.tsx';
import { glassStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import pageCss from '../ui/page.module.css';
import css from '../tasks/tasks.module.css';

export function GlassPage() {
  const { t } = useTranslation();
  const { known, open, seen, failure, read } = useStore(glassStore);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const first = open.find(({ reader }) => reader !== 'another');
  return (
    <Page testId="screen-glass">
      <PageHeader title={t('glass.page')} lead={t('glass.pageLead')} />
      <FailureNote failure={failure} />
      <PageBody ref={scroller} label={t('glass.page')}>
        {known && open.length === 0 && (
          <EmptyState drawing="shield" words={t('glass.none')} testId="glass-none" />
        )}
        {open.map((event) =>
          event.reader === 'another' ? (
            <OthersEvent key={event.glassId} event={event} />
          ) : (
            <OpenEvent
              key={event.glassId}
              event={event}
              autoFocus={event === first}
              onDone={() => scroller.current?.focus()}
            />
          ),
        )}
        {seen.length > 0 && <h2 className={cx(css.notesHead)}>{t('glass.seenBefore')}</h2>}
        {seen.map((event) => (
          <SeenEvent key={event.glassId} event={event} />
        ))}
      </PageBody>
    </Page>
  );
}

function What({ event }: { readonly event: GlassEvent }) {
  const { t } = useTranslation();
  return (
    <div className={cx(css.what)}>
      <p>
        <span className={cx('digits', 'quiet')}>{formatMoment(event.at)}</span> <b>{event.staffName}</b> ·{' '}
        {event.ended === null
          ? t('glass.underWay', { records: event.records })
          : t('glass.ended', { records: event.records, why: t(`glass.ends.${event.ended}`) })}{' '}
        {event.overdue && (
          <span data-testid="glass-overdue">
            <Badge tone="harm">{t('glass.overdueMark')}</Badge>
          </span>
        )}
      </p>
      {event.openings.map((opening) => (
        <p key={`${opening.personId} ${opening.at}`} data-testid="glass-opening">
          <span className={cx('digits', 'quiet')}>{formatClock(opening.at)}</span> {opening.personMask} ·{' '}
          {opening.fields.map((field) => t(`fields.${field}`)).join(t('task.and'))} · {opening.words}
          {opening.ticket !== null && (
            <span className="quiet"> {t('log.ticket', { ticket: opening.ticket })}</span>
          )}
        </p>
      ))}
    </div>
  );
}

interface OpenEventProps {
  readonly event: GlassEvent;
  readonly autoFocus: boolean;
  readonly onDone: () => void;
}

function OpenEvent({ event, autoFocus, onDone }: OpenEventProps) {
  const { t } = useTranslation();
  const acknowledge = useStore(glassStore, (state) => state.acknowledge);
  return (
    <ReviewForm
      title={t('glass.acknowledgeOf', { name: event.staffName })}
      testId="glass-event"
      words={{ label: t('glass.found'), hint: t('glass.foundHint'), testId: 'glass-found' }}
      submit={{ label: t('glass.acknowledge'), testId: 'glass-acknowledge' }}
      autoFocus={autoFocus}
      onSend={(found) => acknowledge({ glassId: event.glassId, ...found })}
      onDone={onDone}
    >
      <What event={event} />
      {event.reader === 'you-alone' && (
        <p className="quiet" data-testid="glass-self">
          {t('glass.yourOwn.you-alone')}
        </p>
      )}
    </ReviewForm>
  );
}

/** Opened by whoever reads, or read by an admin: it waits for somebody else. */
function OthersEvent({ event }: { readonly event: GlassEvent }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  return (
    <div className={cx(pageCss.section, pageCss.pending)} data-testid="glass-event">
      <What event={event} />
      <p className="quiet" data-testid="glass-another">
        {t(role === 'supervisor' ? 'glass.yourOwn.another' : 'glass.readOnly')}
      </p>
    </div>
  );
}

function SeenEvent({ event }: { readonly event: GlassEvent }) {
  const { t } = useTranslation();
  return (
    <div className={cx(pageCss.section)} data-testid="glass-seen">
      <What event={event} />
      {event.seen !== null && (
        <p className="quiet">
          {t('glass.seenBy', {
            name: event.seen.staffName,
            time: formatMoment(event.seen.at),
            words: event.seen.words,
          })}
        </p>
      )}
    </div>
  );
}
