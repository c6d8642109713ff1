/** The book of incidents: what is open, what was closed, when a drill is due; and one of them in full. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { incidentNumber } from '../../contract/incidents/lists.ts';
import type { IncidentBook, IncidentLine, IncidentView } from '../../contract/incidents/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { type IncidentFrom, takeIncidentFrom } from '../page-intents/incident-store.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { Incident } from './Incident.tsx';
import { listedName } from './incident-name.ts';
import { OpenForm } from './OpenForm.tsx';
import { incidentsStore } from './stores.ts';

interface Opening {
  readonly drill: boolean;
  readonly from: IncidentFrom | null;
}

export function IncidentsPage() {
  const { t } = useTranslation();
  const { register: book, failure, read } = useStore(incidentsStore);
  const [opening, setOpening] = useState<Opening | null>(() => {
    const from = takeIncidentFrom();
    return from === null ? null : { drill: false, from };
  });
  const shown = useIncident();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const isIdle = opening === null && shown.incident === null;
  const show = (incident: IncidentView): void => {
    shown.show(incident);
    void read();
  };
  return (
    <Page testId="screen-incidents" whole={!isIdle}>
      <PageHeader title={t('incidents.title')} lead={t('incidents.lead')}>
        {isIdle && (
          <>
            <Button
              weight="main"
              disabled={book === null}
              data-testid="incident-open"
              onClick={() => setOpening({ drill: false, from: null })}
            >
              <Icon name="plus" /> {t('incidents.open')}
            </Button>
            <Button
              disabled={book === null}
              data-testid="incident-drill"
              onClick={() => setOpening({ drill: true, from: null })}
            >
              {t('incidents.drill')}
            </Button>
          </>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="incidents-again" onAgain={() => void read()} />
      <FailureNote failure={shown.failure} />
      {book === null && failure === null && <Waiting testId="incidents-reading" />}
      {book !== null && (
        <PageBody ref={body} label={t('incidents.title')} spaced>
          {opening !== null && (
            <OpenForm
              {...opening}
              onClose={(incident) => {
                setOpening(null);
                if (incident !== undefined) show(incident);
                body.current?.focus();
              }}
            />
          )}
          {shown.incident !== null && (
            <Incident
              key={shown.incident.incidentId}
              incident={shown.incident}
              levels={book.levels}
              onChanged={show}
              onStale={shown.again}
              onBack={() => {
                shown.close();
                body.current?.focus();
              }}
            />
          )}
          {isIdle && <Book book={book} onOpen={(incidentId) => void shown.open(incidentId)} />}
        </PageBody>
      )}
    </Page>
  );
}

/** The incident that is shown in full; it holds masks and what the company itself has written. */
function useIncident() {
  const [incident, setIncident] = useState<IncidentView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (incidentId: number): Promise<void> => {
    const reply = await bridge.vault['incidents.read']({ incidentId });
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setIncident(reply.value);
  };
  return {
    incident,
    failure,
    open,
    show: setIncident,
    again: async () => {
      if (incident !== null) await open(incident.incidentId);
    },
    close: () => setIncident(null),
  };
}

interface BookProps {
  readonly book: IncidentBook;
  readonly onOpen: (incidentId: number) => void;
}

function Book({ book: { incidents, more, drill }, onOpen }: BookProps) {
  const { t } = useTranslation();
  const columns = useMemo(() => columnsIn(t), [t]);
  const opening = useMemo(
    () => ({
      words: (one: IncidentLine) =>
        t('incidents.details', {
          number: incidentNumber(one.incidentId),
          name: listedName(t, one),
        }),
      open: ({ incidentId }: IncidentLine) => onOpen(incidentId),
      shown: null,
    }),
    [t, onOpen],
  );
  return (
    <>
      <p className="quiet" data-testid="incident-drill-state">
        {drill.last === null
          ? t('incidents.drillNever')
          : t('incidents.drillLast', { last: drill.last, due: drill.dueOn ?? '' })}
      </p>
      {incidents.length === 0 ? (
        <EmptyState drawing="warn" words={t('incidents.none')} testId="incidents-none" />
      ) : (
        <DataTable
          label={t('incidents.title')}
          columns={columns}
          groups={[{ id: 'all', heading: null, rows: incidents }]}
          keyOf={keyOf}
          marksOf={marksOf}
          opening={opening}
        />
      )}
      {more && <p className="quiet">{t('incidents.more')}</p>}
    </>
  );
}

const keyOf = ({ incidentId }: IncidentLine): string => String(incidentId);
const marksOf = ({ state, drill }: IncidentLine) => ({
  'data-testid': 'incident-row',
  'data-state': state,
  'data-drill': String(drill),
});

const columnsIn = (t: Translate): readonly Column<IncidentLine>[] => [
  {
    id: 'which',
    header: t('incidents.columns.which'),
    cell: (one) => `${incidentNumber(one.incidentId)} · ${listedName(t, one)}`,
  },
  {
    id: 'kind',
    header: t('incidents.columns.kind'),
    second: true,
    cell: ({ kind, certainty }) =>
      `${t(`incidents.certainties.${certainty}`)} · ${t(`incidents.kinds.${kind}`)}`,
  },
  {
    id: 'people',
    header: t('incidents.columns.people'),
    number: true,
    cell: ({ people }) => (people === null ? t('incidents.nobodyKnows') : String(people)),
  },
  {
    id: 'noticed',
    header: t('incidents.columns.noticed'),
    second: true,
    narrow: true,
    cell: ({ noticedAt }) => formatMoment(noticedAt),
  },
  {
    id: 'state',
    header: t('incidents.columns.state'),
    narrow: true,
    cell: (one) => <State incident={one} />,
  },
];

function State({ incident: { state, clock, authorityAt } }: { readonly incident: IncidentLine }) {
  const { t } = useTranslation();
  const isUrgent = state === 'open' && clock !== null && authorityAt === null;
  return (
    <Badge tone={isUrgent ? 'harm' : state === 'open' ? 'amber' : 'good'}>
      {isUrgent ? formatMoment(clock.by) : t(`incidents.states.${state}`)}
    </Badge>
  );
}
