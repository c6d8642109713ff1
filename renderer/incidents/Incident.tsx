/** One incident in full: six steps, each with how it stands and what may be done about it. */
import { type ReactNode, useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { type NoticeTo, incidentNumber } from '../../contract/incidents/lists.ts';
import type { IncidentLevel, IncidentView } from '../../contract/incidents/routes.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { useNow } from '../countdown.ts';
import { formatDuration, formatMoment } from '../messages/format.ts';
import { useGiving } from '../pages/use-giving.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
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
  const given = useGivingOf(incident, onChanged);
  const isOpen = incident.state === 'open';
  const close = (next?: IncidentView): void => {
    if (next !== undefined) onChanged(next);
    const then = next !== undefined && isLed && doing !== null ? (THEN[doing] ?? null) : null;
    // Not everybody was told yet: that is where it stays.
    setDoing(then === 'close' && next?.peopleDone === false ? null : then);
  };
  const form = { incident, onClose: close, onStale };
  const next = nextStep(incident);
  const act = (what: Doing, words: string, step?: StepName) =>
    isOpen && (
      <Button
        weight={step !== undefined && step === next ? 'main' : 'normal'}
        data-testid={`incident-do-${what}`}
        onClick={() => setDoing(what)}
      >
        {words}
      </Button>
    );
  return (
    <>
      <div className={cx(css.top)}>
        <Head incident={incident} />
        <div className="line3">
          <Button weight="plain" data-testid="incident-back" onClick={onBack}>
            {t('incidents.back')}
          </Button>
          <Button disabled={given.busy} data-testid="incident-file" onClick={() => void given.saveFile()}>
            {t('incidents.caseFile')}
          </Button>
          <Button
            disabled={given.busy}
            data-testid="incident-file-print"
            onClick={() => void given.printFile()}
          >
            {t('incidents.casePrint')}
          </Button>
        </div>
      </div>
      <FailureNote failure={given.failure} />
      <div className={cx(css.frame)}>
        <StepRail incident={incident} next={next} />
        <div>
          <Step name="facts" acts={act('facts', t('incidents.edit'), 'facts')}>
            <Story incident={incident} />
            {doing === 'facts' && <FactsForm {...form} levels={levels} />}
          </Step>
          <Step name="scope" acts={act('scope', t('incidents.count'), 'scope')}>
            <p data-testid="incident-people">{scopeWords(t, incident)}</p>
            {doing === 'scope' && <ScopeForm {...form} isLed={isLed} />}
          </Step>
          <Step
            name="authority"
            acts={
              <>
                {act('tell-authority', t('incidents.tellAuthority'), 'authority')}
                {act(
                  'notice-authority',
                  t('incidents.noticeEdit', { notice: t('incidents.notices.authority') }),
                )}
                <NoticeButtons to="authority" given={given} />
              </>
            }
          >
            <p>
              {incident.authorityAt === null
                ? t('incidents.authorityUntold')
                : t('incidents.authorityTold', {
                    time: formatMoment(incident.authorityAt),
                    how: incident.authorityHow,
                  })}
            </p>
            <Text incident={incident} to="authority" />
            {doing === 'notice-authority' && <NoticeForm {...form} to="authority" />}
            {doing === 'tell-authority' && <TellAuthorityForm {...form} />}
          </Step>
          <Step
            name="people"
            acts={
              <>
                {act('tell-people', t('incidents.tellPeople'), 'people')}
                {act('notice-people', t('incidents.noticeEdit', { notice: t('incidents.notices.people') }))}
                <NoticeButtons to="people" given={given} />
                {act('spare', t('incidents.spare'))}
              </>
            }
          >
            <p>{peopleWords(t, incident)}</p>
            <Text incident={incident} to="people" />
            {doing === 'notice-people' && <NoticeForm {...form} to="people" />}
            {doing === 'tell-people' && (
              <TellPeopleForm {...form} give={<NoticeButtons to="people" given={given} />} />
            )}
            {doing === 'spare' && <SpareForm {...form} />}
          </Step>
          <Step name="measures" acts={act('measure', t('incidents.addMeasure'), 'measures')}>
            <p>
              {t('incidents.measuresAdded', {
                count: incident.history.filter(({ what }) => what === 'measure').length,
              })}
            </p>
            {doing === 'measure' && <MeasureForm {...form} />}
          </Step>
          <Step name="close" acts={act('close', t('incidents.close'), 'close')}>
            {incident.closedAt !== null && (
              <p>
                {t('incidents.closedOn', {
                  time: formatMoment(incident.closedAt),
                  words: incident.closedWords,
                })}
              </p>
            )}
            {doing === 'close' && <CloseForm {...form} />}
          </Step>
          <section className={cx(pageCss.section)} aria-label={t('incidents.history')}>
            <h2>{t('incidents.history')}</h2>
            <ol className="stack1" data-testid="incident-history">
              {incident.history.map(({ at, by, what, count }, index) => (
                // Steps are never taken away or put in between.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>
                  <span className="digits quiet">
                    {t('incidents.historyBy', { time: formatMoment(at), name: by })}
                  </span>{' '}
                  {t(`incidents.stepNames.${what}`)}
                  {count !== null && ` · ${t('incidents.peopleCount', { n: count })}`}
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>
      {incident.clock !== null && <SourceNote {...sourceOf(incident.source)} />}
    </>
  );
}

function Step({
  name,
  acts,
  children,
}: {
  readonly name: StepName;
  readonly acts: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const title = t(`incidents.steps.${name}`);
  return (
    <section id={`incident-step-${name}`} className={cx(pageCss.section)} aria-label={title}>
      <h2>{title}</h2>
      {children}
      <div className="line3">{acts}</div>
    </section>
  );
}

/** What is done, what is next and by when, beside the steps however far they are scrolled; each leads to its own. */
function StepRail({
  incident,
  next,
}: {
  readonly incident: IncidentView;
  readonly next: StepName | undefined;
}) {
  const { t } = useTranslation();
  const { clock } = incident;
  return (
    <section className={cx(css.rail)} aria-label={t('incidents.rail.label')}>
      <ol>
        {STEPS.map((step) => {
          const done = isDone(step, incident);
          return (
            <li key={step} aria-current={step === next ? 'step' : undefined} data-done={done}>
              <Button
                weight="plain"
                data-testid={`incident-step-${step}`}
                onClick={() => document.getElementById(`incident-step-${step}`)?.scrollIntoView()}
              >
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
    people === null ? t('incidents.nobodyKnows') : t('incidents.peopleCount', { n: people }),
  ]
    .filter((part) => part !== '')
    .join(' · ');

function peopleWords(
  t: Translate,
  { tellPeople, told, unreached, people, peopleHow, whyNot }: IncidentView,
): string {
  if (tellPeople === null) return t('incidents.peopleUntold');
  return tellPeople
    ? t('incidents.peopleTold', {
        told,
        unreached,
        people: people ?? t('incidents.nobodyKnows'),
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

function NoticeButtons({
  to,
  given,
}: {
  readonly to: NoticeTo;
  readonly given: ReturnType<typeof useGivingOf>;
}) {
  const { t } = useTranslation();
  const notice = t(`incidents.notices.${to}`);
  return (
    <>
      <Button
        disabled={given.busy}
        aria-label={`${t('incidents.noticeSave')} · ${notice}`}
        data-testid={`incident-save-${to}`}
        onClick={() => void given.saveNotice(to)}
      >
        {t('incidents.noticeSave')}
      </Button>
      <Button
        disabled={given.busy}
        aria-label={`${t('incidents.noticePrint')} · ${notice}`}
        data-testid={`incident-print-${to}`}
        onClick={() => void given.printNotice(to)}
      >
        {t('incidents.noticePrint')}
      </Button>
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
