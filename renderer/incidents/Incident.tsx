/** One incident in full: six steps, of which one is shown, how it stands and in the foot what may be done about it. */
import { useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { type NoticeTo, incidentNumber } from '../../contract/incidents/lists.ts';
import type { IncidentLevel, IncidentView } from '../../contract/incidents/routes.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { useNow } from '../countdown.ts';
import { formatDuration, formatMoment } from '../messages/format.ts';
import { useGiving } from '../pages/use-giving.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { type Action, Actions } from '../ui/Actions.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { StatusRing } from '../ui/StatusRing.tsx';
import { FactsForm } from './FactsForm.tsx';
import { incidentName } from './incident-name.ts';
import { STEPS, type StepName, isDone, nextStep } from './incident-steps.ts';
import css from './incidents.module.css';
import { ScopeForm } from './ScopeForm.tsx';
import {
  CloseForm,
  MeasureForm,
  NoticeForm,
  SpareForm,
  TellAuthorityForm,
  TellPeopleForm,
} from './StepForms.tsx';

const { vault } = bridge;

/** Form that is open for the incident. */
type Doing =
  | 'facts'
  | 'scope'
  | 'notice-authority'
  | 'notice-people'
  | 'tell-authority'
  | 'tell-people'
  | 'spare'
  | 'measure'
  | 'close';

/** What follows a form where somebody is led through an incident. */
const THEN: Readonly<Partial<Record<Doing, Doing>>> = {
  facts: 'scope',
  scope: 'tell-authority',
  'tell-authority': 'tell-people',
  'tell-people': 'close',
};

interface IncidentProps {
  readonly incident: IncidentView;
  /** Each form is followed by the next one. */
  readonly isLed: boolean;
  readonly levels: readonly IncidentLevel[];
  readonly onChanged: (incident: IncidentView) => void;
  readonly onStale: () => Promise<void>;
  readonly onBack: () => void;
}

export function Incident({ incident, isLed, levels, onChanged, onStale, onBack }: IncidentProps) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(() =>
    isLed && incident.state === 'open' ? 'facts' : null,
  );
  /** That was asked for; the next one otherwise. */
  const [chosen, setChosen] = useState<StepName | null>(null);
  const given = useGivingOf(incident, onChanged);
  const close = (next?: IncidentView): void => {
    if (next !== undefined) onChanged(next);
    if (next !== undefined && chosen !== null && isDone(chosen, next)) setChosen(null);
    const then = next !== undefined && isLed && doing !== null ? (THEN[doing] ?? null) : null;
    // Not everybody was told yet: that is where it stays.
    setDoing(then === 'close' && next?.peopleDone === false ? null : then);
  };
  const form = { incident, onClose: close, onStale };
  const step = chosen ?? nextStep(incident) ?? 'close';
  const actions = useActions(incident, given, setDoing)[step].filter((one) => one !== false);
  return (
    <>
      <div className={cx(css.top)}>
        <Head incident={incident} />
        <div className="line3">
          <Actions
            name="incident"
            list={[
              { testId: 'incident-back', words: t('incidents.back'), weight: 'plain', run: onBack },
              giveOut(given, 'incident-file', t('incidents.caseFile'), given.saveFile),
              giveOut(given, 'incident-file-print', t('incidents.casePrint'), given.printFile),
            ]}
          />
        </div>
      </div>
      <FailureNote failure={given.failure} />
      <div className={cx(css.frame)}>
        <StepRail incident={incident} shown={step} onShow={setChosen} />
        <div>
          <section className={cx(pageCss.section)} aria-label={t(`incidents.steps.${step}`)}>
            <h2>{t(`incidents.steps.${step}`)}</h2>
            <StepText incident={incident} step={step} />
          </section>
          <History incident={incident} />
        </div>
      </div>
      {doing === 'facts' && <FactsForm {...form} levels={levels} />}
      {doing === 'scope' && <ScopeForm {...form} isLed={isLed} />}
      {doing === 'notice-authority' && <NoticeForm {...form} to="authority" />}
      {doing === 'tell-authority' && <TellAuthorityForm {...form} />}
      {doing === 'notice-people' && <NoticeForm {...form} to="people" />}
      {doing === 'tell-people' && (
        <TellPeopleForm
          {...form}
          give={<Actions name="incident-give" list={noticeActions(t, given, 'people')} />}
        />
      )}
      {doing === 'spare' && <SpareForm {...form} />}
      {doing === 'measure' && <MeasureForm {...form} />}
      {doing === 'close' && <CloseForm {...form} />}
      {incident.clock !== null && <SourceNote {...sourceOf(incident.source)} />}
      {actions.length > 0 && (
        <FormActions>
          <Actions key={step} name="incident-step" list={actions} />
        </FormActions>
      )}
    </>
  );
}

type Giving = ReturnType<typeof useGivingOf>;

/** What may be done at each step, the main one first; what is done already is changed by the same, without weight. */
function useActions(
  incident: IncidentView,
  given: Giving,
  run: (what: Doing) => void,
): Readonly<Record<StepName, readonly (Action | false)[]>> {
  const { t } = useTranslation();
  const next = nextStep(incident);
  const act = (what: Doing, words: string, step?: StepName): Action | false =>
    incident.state === 'open' && {
      testId: `incident-do-${what}`,
      words,
      run: () => run(what),
      ...(step === next && { weight: 'main' }),
    };
  const edit = (to: NoticeTo): Action | false =>
    act(`notice-${to}`, t('incidents.noticeEdit', { notice: t(`incidents.notices.${to}`) }));
  return {
    facts: [act('facts', t('incidents.edit'), 'facts')],
    scope: [act('scope', t('incidents.count'), 'scope')],
    authority: [
      act('tell-authority', t('incidents.tellAuthority'), 'authority'),
      edit('authority'),
      ...noticeActions(t, given, 'authority'),
    ],
    people: [
      act('tell-people', t('incidents.tellPeople'), 'people'),
      edit('people'),
      ...noticeActions(t, given, 'people'),
      act('spare', t('incidents.spare')),
    ],
    measures: [act('measure', t('incidents.addMeasure'), 'measures')],
    close: [act('close', t('incidents.close'), 'close')],
  };
}

const giveOut = ({ busy }: Giving, testId: string, words: string, run: () => Promise<unknown>): Action => ({
  testId,
  words,
  disabled: busy,
  run: () => void run(),
});

const noticeActions = (t: Translate, given: Giving, to: NoticeTo): readonly Action[] => [
  giveOut(given, `incident-save-${to}`, t('give.save'), () => given.saveNotice(to)),
  giveOut(given, `incident-print-${to}`, t('give.print'), () => given.printNotice(to)),
];

/** How a step stands. */
function StepText({ incident, step }: { readonly incident: IncidentView; readonly step: StepName }) {
  const { t } = useTranslation();
  switch (step) {
    case 'facts':
      return <Story incident={incident} />;
    case 'scope':
      return <p data-testid="incident-people">{scopeWords(t, incident)}</p>;
    case 'authority':
    case 'people':
      return (
        <>
          <p>{(step === 'people' ? peopleWords : authorityWords)(t, incident)}</p>
          <Text incident={incident} to={step} />
        </>
      );
    case 'measures':
      return (
        <p>
          {t('incidents.measuresAdded', {
            count: incident.history.filter(({ what }) => what === 'measure').length,
          })}
        </p>
      );
    case 'close':
      return (
        incident.closedAt !== null && (
          <p>
            {t('incidents.closedOn', { time: formatMoment(incident.closedAt), words: incident.closedWords })}
          </p>
        )
      );
  }
}

function History({ incident: { history } }: { readonly incident: IncidentView }) {
  const { t } = useTranslation();
  return (
    <section className={cx(pageCss.section)} aria-label={t('incidents.history')}>
      <h2>{t('incidents.history')}</h2>
      <ol className="stack1" data-testid="incident-history">
        {history.map(({ at, by, what, count }, index) => (
          // Steps are never taken away or put in between.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span className="digits quiet">
              {t('incidents.historyBy', { time: formatMoment(at), name: by })}
            </span>{' '}
            {t(`incidents.stepNames.${what}`)}
            {count !== null && ` · ${t('incidents.peopleCount', { n: count.toLocaleString('en') })}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is done, what is next and by when; each leads to its own. */
function StepRail({
  incident,
  shown,
  onShow,
}: {
  readonly incident: IncidentView;
  readonly shown: StepName;
  readonly onShow: (step: StepName) => void;
}) {
  const { t } = useTranslation();
  const { clock } = incident;
  const next = nextStep(incident);
  return (
    <section className={cx(css.rail)} aria-label={t('incidents.rail.label')}>
      <ol>
        {STEPS.map((step) => {
          const done = isDone(step, incident);
          return (
            <li key={step} aria-current={step === shown ? 'step' : undefined} data-done={done}>
              <Button weight="plain" data-testid={`incident-step-${step}`} onClick={() => onShow(step)}>
                <StatusRing share={done ? 1 : 0} />
                <span>
                  {t(`incidents.steps.${step}`)}
                  {!done && step === 'authority' && clock !== null ? (
                    <small>{t('incidents.rail.by', { time: formatMoment(clock.by) })}</small>
                  ) : (
                    (done || step === next) && <small>{t(`incidents.rail.${done ? 'done' : 'next'}`)}</small>
                  )}
                </span>
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Head of an incident: its number, name and state, and by when it is to be reported. */
function Head({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation();
  return (
    <section className={cx(pageCss.section)} aria-label={incidentNumber(incident.incidentId)}>
      <h2>
        {incidentNumber(incident.incidentId)} {incidentName(t, incident)}
      </h2>
      <div className="line2">
        {incident.drill && <Badge tone="amber">{t('incidents.isDrill')}</Badge>}
        <Badge tone={incident.state === 'open' ? 'harm' : 'good'}>
          {t(`incidents.states.${incident.state}`)}
        </Badge>
        <Badge>
          {t(`incidents.certainties.${incident.certainty}`)} · {t(`incidents.kinds.${incident.kind}`)}
        </Badge>
        <Badge>{t(`incidents.origins.${incident.origin}`)}</Badge>
      </div>
      {incident.drill && (
        <p className="quiet" data-testid="incident-drill-banner">
          {t('incidents.drillBanner')}
        </p>
      )}
      {incident.state === 'open' && <Clock incident={incident} />}
    </section>
  );
}

const MINUTE_MS = 60_000;

/** How long there is to report it, where a level is met; else that it is at once. */
function Clock({ incident: { clock, authorityAt } }: { readonly incident: IncidentView }) {
  const { t, i18n } = useTranslation();
  const now = useNow(MINUTE_MS);
  if (clock === null)
    return authorityAt === null ? (
      <p data-testid="incident-at-once">
        <b>{t('incidents.atOnce')}</b>
      </p>
    ) : null;
  const level = i18n.language === 'en' ? clock.en : clock.zh;
  const minutes = Math.ceil(Math.abs(clock.by - now) / MINUTE_MS);
  const words = {
    level,
    time: formatMoment(authorityAt ?? clock.by),
    hours: clock.hours,
    left: formatDuration(t, minutes * 60),
  };
  return (
    <Note kind={authorityAt === null ? 'harm' : 'plain'} testId="incident-clock">
      <p>
        {authorityAt !== null
          ? t('incidents.clockDone', words)
          : t(clock.by < now ? 'incidents.clockOver' : 'incidents.clock', words)}
      </p>
    </Note>
  );
}

/** Account of an incident as written so far, and the facts required by law that are missing. */
function Story({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation();
  const { missing, fields } = incident;
  const told = (['causes', 'harm', 'measures', 'advice', 'contact'] as const).filter(
    (text) => incident[text] !== '',
  );
  return (
    <>
      {missing.length === 0 ? (
        <p className="quiet">{t('incidents.whole')}</p>
      ) : (
        <p className="quiet" data-testid="incident-missing">
          {t('incidents.missing', {
            what: missing
              .map((one) => (one === 'fields' ? t('incidents.fields') : t(`incidents.texts.${one}`)))
              .join(t('scope.and')),
          })}
        </p>
      )}
      <Facts layout="rows">
        <Fact name={t('incidents.columns.noticed')}>{formatMoment(incident.noticedAt)}</Fact>
        {fields.length > 0 && (
          <Fact name={t('incidents.fields')}>
            {fields.map((field) => t(`fields.${field}`)).join(t('scope.and'))}
          </Fact>
        )}
        {told.map((text) => (
          <Fact key={text} name={t(`incidents.texts.${text}`)}>
            {incident[text]}
          </Fact>
        ))}
      </Facts>
    </>
  );
}

const scopeWords = (t: Translate, { scope, about, people }: IncidentView): string =>
  [
    t(`incidents.scopes.${scope}`),
    about.join(t('scope.and')),
    people === null
      ? t('incidents.nobodyKnows')
      : t('incidents.peopleCount', { n: people.toLocaleString('en') }),
  ]
    .filter((part) => part !== '')
    .join(' · ');

const authorityWords = (t: Translate, { authorityAt, authorityHow }: IncidentView): string =>
  authorityAt === null
    ? t('incidents.authorityUntold')
    : t('incidents.authorityTold', { time: formatMoment(authorityAt), how: authorityHow });

function peopleWords(
  t: Translate,
  { tellPeople, told, unreached, people, peopleHow, whyNot }: IncidentView,
): string {
  if (tellPeople === null) return t('incidents.peopleUntold');
  return tellPeople
    ? t('incidents.peopleTold', {
        told: told.toLocaleString('en'),
        unreached: unreached.toLocaleString('en'),
        people: people?.toLocaleString('en') ?? t('incidents.nobodyKnows'),
        how: peopleHow,
      })
    : t('incidents.spared', { why: whyNot });
}

/** A notice as it stands. */
function Text({ incident, to }: { readonly incident: IncidentView; readonly to: NoticeTo }) {
  const { t } = useTranslation();
  return (
    <>
      {incident.written[to] && <Badge>{t('incidents.noticeWritten')}</Badge>}
      <p className={cx(css.notice)} lang="zh-CN" data-testid={`incident-text-${to}`}>
        {incident.notices[to]}
      </p>
    </>
  );
}

/** Notices and case file, to a file or to the printer. */
function useGivingOf({ incidentId }: IncidentView, onChanged: (incident: IncidentView) => void) {
  const { save, print, ...giving } = useGiving(({ incident }: RouteReply<'incidents.file'>) =>
    onChanged(incident),
  );
  const { 'incidents.file': file, 'incidents.giveNotice': notice } = vault;
  return {
    ...giving,
    saveFile: () => save('incident', (fileId) => file({ incidentId, fileId })),
    printFile: () => print(() => file({ incidentId })),
    saveNotice: (to: NoticeTo) =>
      save(to === 'people' ? 'letter' : 'incident', (fileId) => notice({ incidentId, to, fileId })),
    printNotice: (to: NoticeTo) => print(() => notice({ incidentId, to })),
  };
}
