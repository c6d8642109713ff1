/** The book of incidents: what is open, what was closed, when a drill is due; and one of them in full. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import {
  incidentNumber,
  NO_INCIDENT_DAYS,
  CERTAINTIES,
  type Certainty,
  INCIDENT_KINDS,
  INCIDENT_ORIGINS,
  type IncidentKind,
  type IncidentOrigin,
  MAX_INCIDENT_TITLE,
} from '../../contract/incidents/lists.ts';
import type {
  IncidentBook,
  IncidentLine,
  IncidentView,
  ScopeRequest,
} from '../../contract/incidents/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { type IncidentFrom, takeIncidentFrom } from '../page-intents/incident-store.ts';
import { bridge } from '../bridge.ts';
import { companyStore } from '../company/stores.ts';
import { formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge } from '../ui/Badge.tsx';
import { Actions } from '../ui/Actions.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Incident } from './Incident.tsx';
import { listedName } from './incident-name.ts';
import { incidentsStore } from './stores.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { useNow } from '../countdown.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Chips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { momentOf, MomentFields, type TypedMoment, typedOf } from './MomentFields.tsx';

type Opening = 'none' | { readonly drill: boolean; readonly from: IncidentFrom | null };

export function IncidentsPage() {
  const { t } = useTranslation();
  const {
    frame,
    open: opening,
    setOpen: setOpening,
    read,
  } = useRegisterPage<IncidentBook, Opening>(incidentsStore, () => {
    const led = ledTo('incidents', 'incident-drill');
    if (led !== null) return { drill: led === 'incident-drill', from: null };
    const from = takeIncidentFrom();
    return from === null ? null : { drill: false, from };
  });
  useEffect(() => void companyStore.getState().read(), []);
  const [isLed] = useState(() => opening !== null && opening !== 'none' && opening.from === null);
  const shown = useIncident();
  const show = (incident: IncidentView): void => {
    shown.show(incident);
    void read();
  };
  const isIdle = opening === null && shown.incident === null;
  return (
    <RegisterPage
      {...frame}
      isOpen={!isIdle}
      screen="incidents"
      name="incidents"
      title={t('incidents.title')}
      lead={t('incidents.lead')}
      buttons={
        <Actions
          name="incidents"
          list={[
            {
              testId: 'incident-open',
              words: t('incidents.open'),
              weight: 'main',
              icon: 'plus',
              disabled: frame.register === null,
              run: () => setOpening({ drill: false, from: null }),
            },
            {
              testId: 'incident-drill',
              words: t('incidents.drill'),
              disabled: frame.register === null,
              run: () => setOpening({ drill: true, from: null }),
            },
            frame.register?.incidents.every(({ drill }) => drill) === true && {
              testId: 'incident-none',
              words: t('incidents.stateNone.state'),
              run: () => setOpening('none'),
            },
          ]}
        />
      }
      notes={<FailureNote failure={shown.failure} />}
    >
      {(book) => (
        <>
          {opening === 'none' && (
            <StateNoneForm
              onStale={read}
              onClose={() => {
                setOpening(null);
                void read();
                frame.bodyRef.current?.focus();
              }}
            />
          )}
          {opening !== null && opening !== 'none' && (
            <OpenForm
              {...opening}
              onClose={(incident) => {
                setOpening(null);
                if (incident !== undefined) show(incident);
                frame.bodyRef.current?.focus();
              }}
            />
          )}
          {shown.incident !== null && (
            <Incident
              key={shown.incident.incidentId}
              incident={shown.incident}
              isLed={isLed}
              levels={book.levels}
              onChanged={show}
              onStale={shown.again}
              onBack={() => {
                shown.close();
                frame.bodyRef.current?.focus();
              }}
            />
          )}
          {shown.incident === null && (
            <Book
              book={book}
              onOpen={(incidentId) => void shown.open(incidentId)}
              onDrill={() => setOpening({ drill: true, from: null })}
            />
          )}
        </>
      )}
    </RegisterPage>
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
  readonly onDrill: () => void;
}

function Book({ book: { incidents, more, drill, stated }, onOpen, onDrill }: BookProps) {
  const { t } = useTranslation();
  return (
    <>
      <StatedNote stated={stated} />
      <p className="quiet" data-testid="incident-drill-state">
        {drill.last === null
          ? t('incidents.drillNever')
          : t('incidents.drillLast', { last: drill.last, due: drill.dueOn ?? '' })}
      </p>
      {incidents.length === 0 ? (
        <EmptyState drawing="warn" words={t('incidents.none')} testId="incidents-none">
          <Button data-testid="incident-drill-first" onClick={onDrill}>
            {t('incidents.drill')}
          </Button>
        </EmptyState>
      ) : (
        <RegisterTable
          label={t('incidents.title')}
          listing={INCIDENTS}
          rows={incidents}
          shown={null}
          onShow={(incident) => incident !== null && onOpen(incident.incidentId)}
        />
      )}
      {more && <p className="quiet">{t('incidents.more')}</p>}
    </>
  );
}

const INCIDENTS: Listing<IncidentLine> = {
  idOf: ({ incidentId }) => incidentId,
  marksOf: ({ state, drill }) => ({
    'data-testid': 'incident-row',
    'data-state': state,
    'data-drill': String(drill),
  }),
  columns: (t) => [
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
      cell: ({ people }) => people?.toLocaleString('en') ?? t('incidents.nobodyKnows'),
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
  ],
};

function State({ incident: { state, clock, authorityAt } }: { readonly incident: IncidentLine }) {
  const { t } = useTranslation();
  const isUrgent = state === 'open' && clock !== null && authorityAt === null;
  return (
    <Badge tone={isUrgent ? 'harm' : state === 'open' ? 'amber' : 'good'}>
      {isUrgent ? formatMoment(clock.by) : t(`incidents.states.${state}`)}
    </Badge>
  );
}

/** That there was no incident: who has stated it and until when it counts, and the statement itself. Once it was stated. */
function StatedNote({ stated }: Pick<IncidentBook, 'stated'>) {
  const { t } = useTranslation();
  if (stated === null) return null;
  const { at, by, words, until, isOver } = stated;
  return (
    <Note kind={isOver ? 'warn' : 'plain'} testId="incident-stated">
      <p>{t('incidents.stateNone.stated', { name: by, time: formatMoment(at), words })}</p>
      <p>{t(isOver ? 'incidents.stateNone.over' : 'incidents.stateNone.until', { day: until })}</p>
    </Note>
  );
}

interface StateNoneFormProps {
  readonly onClose: (book?: IncidentBook) => void;
  readonly onStale: () => Promise<void>;
}

function StateNoneForm(props: StateNoneFormProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...props}
      name="incident"
      title={t('incidents.stateNone.state')}
      lead={t('incidents.stateNone.lead', { days: NO_INCIDENT_DAYS })}
      words={t('incidents.stateNone.words')}
      yes={t('incidents.stateNone.state')}
      send={bridge.vault['incidents.stateNone']}
    />
  );
}

const MINUTE_MS = 60_000;

interface OpenFormProps {
  readonly drill: boolean;
  /** Where another page has found it. */
  readonly from: IncidentFrom | null;
  readonly onClose: (incident?: IncidentView) => void;
}

/** Returns the scope of the information that is affected, from the alert or file that the incident is opened from. */
const scopeOf = (from: IncidentFrom | null): ScopeRequest => {
  if (from === null) return { of: 'unknown', estimate: null };
  return from.origin === 'alert'
    ? { of: 'alert', entry: from.entry }
    : { of: 'file', disclosureId: from.disclosureId };
};

interface Draft {
  readonly kind: IncidentKind;
  readonly certainty: Certainty;
  readonly origin: IncidentOrigin;
  readonly title: string;
  readonly noticed: TypedMoment;
}

/** An incident is registered, or a drill begun: what is known at once, and nothing that can wait. */
function OpenForm({ drill, from, onClose }: OpenFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<Draft>(() => ({
    kind: 'leak',
    certainty: 'possible',
    origin: from?.origin ?? 'own',
    title: drill ? t('incidents.usual.drillTitle') : '',
    noticed: typedOf(Date.now()),
  }));
  const now = useNow(MINUTE_MS);
  const send = () => {
    const { kind, certainty, origin, title, noticed } = draft;
    const noticedAt = momentOf(noticed, now);
    if (noticedAt === null) return null;
    const about = { kind, certainty, title: title.trim(), noticedAt };
    return bridge.vault['incidents.open']({ drill, origin, about, scope: scopeOf(from) });
  };
  return (
    <Form
      about="open"
      name="incident"
      title={t(drill ? 'incidents.drillTitle' : 'incidents.open')}
      lead={t('incidents.openLead')}
      yes={t(drill ? 'incidents.drill' : 'incidents.openYes')}
      send={send}
      onClose={onClose}
    >
      <Chips
        {...of('kind')}
        label={t('incidents.kind')}
        choices={choicesOf(INCIDENT_KINDS, (kind) => t(`incidents.kinds.${kind}`))}
      />
      <Chips
        {...of('certainty')}
        label={t('incidents.certainty')}
        choices={choicesOf(CERTAINTIES, (certainty) => t(`incidents.certainties.${certainty}`))}
      />
      <Chips
        {...of('origin')}
        label={t('incidents.origin')}
        choices={choicesOf(INCIDENT_ORIGINS, (origin) => t(`incidents.origins.${origin}`))}
      />
      <TextField
        {...of('title')}
        label={t('incidents.name')}
        hint={t('incidents.nameHint')}
        maxLength={MAX_INCIDENT_TITLE}
      />
      <FieldLine>
        <MomentFields
          {...of('noticed')}
          validate={(typed) => (momentOf(typed, now) === null ? t('incidents.badMoment') : null)}
        />
      </FieldLine>
    </Form>
  );
}
