/** Each duty with how it stands and the button that mends it, what is missing first; the pack; and the packs of before. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { type EvidenceState, countOpen, EVIDENCE_STATES, type Duty } from '../../contract/evidence/lists.ts';
import type { DutyEvidence, PackView, HistoryEntry } from '../../contract/evidence/routes.ts';
import { bridge } from '../bridge.ts';
import { inspectionStore } from '../inspection/stores.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { deskStore } from '../pages/stores.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { Done } from '../ui/Done.tsx';
import { Note, FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type Listing, RegisterTable, type InList } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { MendButton, pointToMend } from './MendButton.tsx';
import { evidenceStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { WorkProgress } from '../pages/WorkProgress.tsx';
import { Form } from '../ui/Form.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { PointState } from '../../contract/evidence/points.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { cx } from '../ui/cx.ts';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import css from './evidence.module.css';

/** States in order of display, with the duties that need action first. */
const GROUPS = ['missing', 'stale', 'explained', 'there'] as const satisfies readonly EvidenceState[];

export function EvidencePage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { dashboard, made, failure, read, readPacks, forget, tellProgress } = useStore(evidenceStore);
  const isInspected = useStore(inspectionStore, ({ inspection }) => inspection !== null);
  const [isOpen, setIsOpen] = useState(() => ledTo('pack') !== null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  useEffect(() => void readPacks(), [readPacks]);
  useEffect(() => bridge.onVault['evidence.progress'](tellProgress), [tellProgress]);
  const isWhole = dashboard?.evidence.every(isHeld) === true;
  const mayMake = signedIn.role === 'supervisor' && !isInspected;
  const begin = (): void => {
    forget();
    setIsOpen(true);
  };
  const close = (): void => {
    setIsOpen(false);
    list.current?.focus();
  };
  return (
    <Page testId="screen-evidence">
      <PageHeader title={t('evidence.title')} lead={t('evidence.lead')}>
        {mayMake && !isOpen && (
          <Button
            weight={isWhole && made === null ? 'main' : 'normal'}
            disabled={dashboard === null}
            data-testid="pack-make"
            onClick={begin}
          >
            {t('evidence.make')}
          </Button>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="evidence-again" onAgain={() => void read()} />
      <Made />
      <PageBody ref={list} label={t('evidence.title')} spaced>
        {isOpen && <PackForm onClose={close} />}
        {dashboard === null && failure === null && <Waiting testId="evidence-reading" />}
        {dashboard !== null && <Share evidence={dashboard.evidence} />}
        {dashboard !== null && <Duties evidence={dashboard.evidence} />}
        {dashboard !== null && <PackRegister />}
      </PageBody>
    </Page>
  );
}

/** Note of the pack that was made last, with its hash. */
function Made() {
  const { t } = useTranslation();
  const made = useStore(evidenceStore, (state) => state.made);
  if (made === null) return null;
  const open = countOpen(made.states);
  return (
    <Note live kind={open > 0 ? 'warn' : 'plain'} testId="pack-made">
      <Done>{t('evidence.made', { file: made.fileName, pages: made.pages })}</Done>
      {open > 0 && <p data-testid="pack-made-open">{t('evidence.madeOpen', { number: open })}</p>}
      <details className="small">
        <summary>
          {t('evidence.sha256')} {made.sha256.slice(0, SHOWN)}
        </summary>
        <code>{made.sha256}</code>
      </details>
      <Button data-testid="pack-next" onClick={() => deskStore.getState().go('inspection')}>
        {t('evidence.nextInspection')}
      </Button>
    </Note>
  );
}

const isHeld = ({ state }: DutyEvidence): boolean => state === 'there' || state === 'explained';

/** How much of it is there. */
function Share({ evidence }: { readonly evidence: readonly DutyEvidence[] }) {
  const { t } = useTranslation();
  const done = evidence.filter(isHeld).length;
  const words = t('evidence.share', { done, total: evidence.length });
  return (
    <div className="stack3">
      <p className="digits">{words}</p>
      <ProgressBar share={done / evidence.length} label={words} />
    </div>
  );
}

function Duties({ evidence }: { readonly evidence: readonly DutyEvidence[] }) {
  const { t } = useTranslation();
  const { opened, open } = useStore(evidenceStore);
  const groups = GROUPS.flatMap((state) => {
    const rows = evidence.filter((one) => one.state === state);
    return rows.length === 0
      ? []
      : [{ id: state, heading: t(`evidence.groups.${state}`, { number: rows.length }), rows }];
  });
  return (
    <RegisterTable
      label={t('evidence.title')}
      listing={DUTIES}
      groups={groups}
      shown={opened}
      onShow={(one) => open(one?.duty ?? null)}
    >
      {(one) => <DutyDrawer of={one} />}
    </RegisterTable>
  );
}

const pointNames = (t: Translate, duty: Duty) =>
  t<Readonly<Record<string, string>>>(`evidence.points.${duty}`, { returnObjects: true });

const DUTIES: Listing<DutyEvidence> = {
  idOf: ({ duty }) => duty,
  marksOf: ({ duty, state }) => ({ 'data-testid': `duty-${duty}`, 'data-state': state }),
  words: (t, { duty, state }) =>
    t('evidence.open', { duty: t(`evidence.duties.${duty}`), state: t(`evidence.states.${state}`) }),
  columns: (t) => [
    {
      id: 'duty',
      header: t('evidence.columns.duty'),
      narrow: true,
      cell: ({ duty }) => t(`evidence.duties.${duty}`),
    },
    {
      id: 'open',
      header: t('evidence.columns.open'),
      cell: ({ duty, points }) =>
        points
          .filter(({ state }) => state !== 'there')
          .map(({ point }) => pointNames(t, duty)[point])
          .join(t('scope.and')),
    },
    {
      id: 'at',
      header: t('evidence.columns.at'),
      narrow: true,
      second: true,
      cell: ({ at }) => (at === null ? '' : formatDate(at)),
    },
    {
      id: 'dueOn',
      header: t('evidence.columns.dueOn'),
      narrow: true,
      second: true,
      cell: ({ dueOn }) => dueOn ?? '',
    },
    { id: 'count', header: t('evidence.columns.count'), number: true, cell: ({ count }) => count || '' },
    {
      id: 'go',
      header: t('evidence.columns.go'),
      narrow: true,
      cell: (one) => (
        <MendButton
          point={pointToMend(one)}
          about={t(`evidence.duties.${one.duty}`)}
          isOpen={one.state !== 'there'}
          weight="plain"
          testId={`mend-${one.duty}`}
        />
      ),
    },
  ],
};

/** Digits of a hash that are shown: enough to tell files apart, and to compare by eye. */
const SHOWN = 12;

/** The packs that were made: when, by whom, how long, with what missing, and the hash by which each is known. */
function PackRegister() {
  const { t } = useTranslation();
  const register = useStore(evidenceStore, ({ packs }) => packs);
  if (register === null) return null;
  const { packs, more } = register;
  return (
    <section aria-labelledby="packs-title">
      <h2 id="packs-title">{t('evidence.packs')}</h2>
      {packs.length === 0 ? (
        <p className="quiet" data-testid="packs-none">
          {t('evidence.noPacks')}
        </p>
      ) : (
        <RegisterTable label={t('evidence.packs')} listing={PACKS} rows={packs} />
      )}
      {more && <p className="quiet">{t('evidence.morePacks')}</p>}
    </section>
  );
}

const PACKS: Listing<PackView> = {
  idOf: ({ packId }) => packId,
  marksOf: ({ outcome, states }) => ({
    'data-testid': 'pack-row',
    'data-outcome': outcome,
    'data-missing': String(states.missing),
  }),
  columns: (t) => [
    { id: 'at', header: t('evidence.packColumns.at'), narrow: true, cell: ({ at }) => formatMoment(at) },
    { id: 'who', header: t('evidence.packColumns.who'), second: true, cell: ({ staffName }) => staffName },
    { id: 'pages', header: t('evidence.packColumns.pages'), number: true, cell: ({ pages }) => pages },
    {
      id: 'states',
      header: t('evidence.packColumns.states'),
      narrow: true,
      second: true,
      cell: ({ states }) => EVIDENCE_STATES.map((state) => states[state]).join(' / '),
    },
    {
      id: 'hash',
      header: t('evidence.packColumns.hash'),
      narrow: true,
      cell: ({ sha256, outcome }) =>
        outcome === 'done' ? (
          <code>{sha256.slice(0, SHOWN)}</code>
        ) : (
          <Badge tone="harm">{t('evidence.notWritten')}</Badge>
        ),
    },
  ],
};

/** A new pack: where it goes, then the supervisor's PIN; how far it has come, and the way out. */
function PackForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { place, isMaking, makePack } = useStore(evidenceStore);
  const [pictures, setPictures] = useState(false);
  if (place === null) return <PlaceForm onClose={onClose} />;
  return (
    <>
      <Form
        name="pack"
        title={t('evidence.makeTitle')}
        lead={t('evidence.saveTo', { file: place.fileName })}
        yes={t('evidence.makeYes')}
        pin="alone"
        gathers={false}
        send={({ pin }) => makePack(place, pictures, pin)}
        onClose={onClose}
      >
        <Switch
          label={t('evidence.pictures')}
          value={pictures}
          testId="pack-pictures"
          onChange={setPictures}
        />
      </Form>
      {isMaking && <Progress />}
    </>
  );
}

/** Before there is a PIN to hold: the dialog of the system stays open for as long as somebody likes. */
function PlaceForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { dashboard, makeFailure, pick } = useStore(evidenceStore);
  const countOf = (wanted: EvidenceState): number =>
    dashboard?.evidence.filter(({ state }) => state === wanted).length ?? 0;
  const counts = { missing: countOf('missing'), stale: countOf('stale'), explained: countOf('explained') };
  return (
    <Form
      name="pack-place"
      title={t('evidence.makeTitle')}
      lead={t('evidence.makeLead')}
      yes={t('evidence.choosePlace')}
      send={pick}
      onClose={(asked) => {
        if (asked === undefined) onClose();
      }}
    >
      {countOpen(counts) + counts.explained > 0 && (
        <Note kind="warn" testId="pack-not-whole">
          {t('evidence.makeOpen', counts)}
        </Note>
      )}
      <FailureNote failure={makeFailure} />
    </Form>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { progress, isCancelling, cancel } = useStore(evidenceStore);
  return (
    <WorkProgress
      words={t(`evidence.phases.${progress?.phase ?? 'reading'}`)}
      progress={progress}
      testId="pack-progress"
      stop={{ testId: 'pack-stop', waits: progress === null || isCancelling, onStop: () => void cancel() }}
    />
  );
}

/** How each state of a duty or of a point looks. */
const POINT_TONES = {
  there: 'good',
  explained: 'plain',
  unknown: 'amber',
  stale: 'amber',
  missing: 'harm',
} as const satisfies Record<PointState, string>;

/** One duty in full: how it stands, the way to it, and what was done for it by the log. */
function DutyDrawer({ of }: { readonly of: InList<DutyEvidence> }) {
  const { t } = useTranslation();
  const { duty, state, points, at, dueOn, count } = of.row;
  const name = t(`evidence.duties.${duty}`);
  const words = pointNames(t, duty);
  return (
    <ListDrawer
      of={of}
      name="duty"
      title={name}
      hasSteps
      facts={[
        [
          t('evidence.columns.state'),
          <Badge key="state" tone={POINT_TONES[state]}>
            {t(`evidence.states.${state}`)}
          </Badge>,
        ],
        [t('evidence.columns.at'), at === null ? null : formatDate(at)],
        [t('evidence.columns.dueOn'), dueOn],
        [t('evidence.columns.count'), count],
      ]}
      foot={
        <MendButton
          point={pointToMend(of.row)}
          about={name}
          isOpen={state !== 'there'}
          weight="main"
          testId="duty-go"
        />
      }
    >
      <h3 className={cx(css.historyTitle)}>{t('evidence.pointsTitle')}</h3>
      <ul className={cx(css.history, css.points)} data-testid="duty-points">
        {points.map((one) => (
          <li key={one.point} data-point={one.point} data-state={one.state}>
            {words[one.point]}{' '}
            <Badge tone={POINT_TONES[one.state]}>{t(`evidence.pointStates.${one.state}`)}</Badge>
          </li>
        ))}
      </ul>
      <h3 className={cx(css.historyTitle)}>{t('evidence.history')}</h3>
      <History key={duty} duty={duty} />
    </ListDrawer>
  );
}

const readHistory = (duty: Duty) => bridge.vault['evidence.history']({ duty });

function History({ duty }: { readonly duty: Duty }) {
  const { t } = useTranslation();
  const { reply: history, failure } = useAnswer(readHistory, duty);
  if (failure !== null) return <FailureNote failure={failure} />;
  if (history === null) return <Waiting testId="history-reading" />;
  if (history.entries.length === 0) return <p className="quiet">{t('evidence.noHistory')}</p>;
  return (
    <>
      <ol className={cx(css.history)} data-testid="duty-history">
        {history.entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      {history.more && <p className="quiet">{t('evidence.moreHistory')}</p>}
    </>
  );
}

function Entry({
  entry: { seq, at, action, outcome, staffName, cosignerName },
}: {
  readonly entry: HistoryEntry;
}) {
  const { t } = useTranslation();
  return (
    <li>
      <p>
        {t(`logActions.${action}`)}
        {outcome !== 'done' && ` · ${t(`logOutcomes.${outcome}`)}`}
      </p>
      <p className="small quiet digits">
        {formatMoment(at)} ·{' '}
        {cosignerName === null ? staffName : t('evidence.cosigned', { name: staffName, other: cosignerName })}{' '}
        · {t('evidence.entry', { seq })}
      </p>
    </li>
  );
}
