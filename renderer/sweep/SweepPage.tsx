/** Leftover files: how far a sweep is, what it has found, what becomes of each file. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation, type Translate } from '../messages/translate.ts';
import { SWEEP_DAYS, type SweepDays, MAX_ACCEPTED_DAYS } from '../../contract/sweep/lists.ts';
import type { SweepFinding, SweepView, SweepRun } from '../../contract/sweep/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment, formatDuration } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Table } from '../ui/Table.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { cx } from '../ui/cx.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Disposals, isLeft } from './Disposals.tsx';
import { disposalsStore } from './disposals-store.ts';
import { EVERY } from './every.ts';
import { FindingDrawer } from './FindingDrawer.tsx';
import { FindingTable, nameOf } from './FindingTable.tsx';
import css from './sweep.module.css';
import { sweepStore } from './stores.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom, dayTyped } from '../ui/days.ts';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

/** The form that is open for a file. */
type Open = { readonly form: 'accept' | 'dispose'; readonly finding: SweepFinding } | null;

export function SweepPage() {
  const { t } = useTranslation();
  const { view, busy, failure, read, begin, addFolder, tellProgress } = useStore(sweepStore);
  const [drives, setDrives] = useState(false);
  const isIdle = view !== null && !isOpenSweep(view) && !busy;
  useEffect(() => void read(), [read]);
  useEffect(() => bridge.onVault['sweep.progress'](tellProgress), [tellProgress]);
  return (
    <Page testId="screen-sweep">
      <PageHeader title={t('sweep.title')} lead={t('sweep.lead')}>
        <Button
          weight={isOpenSweep(view) ? 'normal' : 'main'}
          disabled={!isIdle}
          data-testid="sweep-begin"
          onClick={() => void begin(drives)}
        >
          <Icon name="search" /> {t(view?.sweeps.length ? 'sweep.beginAgain' : 'sweep.begin')}
        </Button>
        <Button
          disabled={view === null || busy}
          data-testid="sweep-add-folder"
          onClick={() => void addFolder()}
        >
          {t('sweep.addFolder')}
        </Button>
      </PageHeader>
      <ReadFailure failure={failure} testId="sweep-again" onAgain={() => void read()} />
      {view === null && failure === null && <Waiting testId="sweep-reading" />}
      {view !== null && (
        <Body view={view}>
          <Switch
            label={t('sweep.drives')}
            value={drives}
            disabled={!isIdle}
            testId="sweep-drives"
            onChange={setDrives}
          />
        </Body>
      )}
    </Page>
  );
}

const isOpenSweep = (view: SweepView | null): boolean => view?.sweeps[0]?.endedAt === null;

/** `children`: what the next sweep takes in beside this computer. */
function Body({ view, children }: { readonly view: SweepView; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { show } = useStore(sweepStore);
  const [open, setOpen] = useState<Open>(null);
  const [shown, setShown] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = (next?: SweepView): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    list.current?.focus();
  };
  const all = [...view.findings, ...view.unread];
  const hasFailed = useStore(disposalsStore, ({ known }) => known?.disposals.some(isLeft) === true);
  // Above what is to be decided only where there is nothing to decide.
  const isFirst = hasFailed && all.length === 0;
  const finding = all.find(({ findingId }) => findingId === shown);
  return (
    <PageBody ref={list} label={t('sweep.title')} spaced>
      {open?.form === 'accept' && <AcceptForm finding={open.finding} onClose={close} />}
      {open?.form === 'dispose' && <DisposeForm finding={open.finding} onClose={close} />}
      <SweepProgress run={view.sweeps[0]} />
      {view.sweeps.length > 0 && <State view={view} />}
      <div className={cx('stack4', css.lists)}>
        {isFirst && <Disposals key="disposals" />}
        <Findings view={view} shown={shown} onOpen={setShown} />
        <Unread view={view} shown={shown} onOpen={setShown} />
        {!isFirst && <Disposals key="disposals" />}
        <Trend view={view} />
      </div>
      <Settings view={view}>{children}</Settings>
      {finding !== undefined && (
        <FindingDrawer
          of={{ row: finding, rows: all, onShow: (one) => setShown(one?.findingId ?? null) }}
          onDecide={(form) => {
            setShown(null);
            setOpen({ form, finding });
          }}
        />
      )}
    </PageBody>
  );
}

function State({ view }: { readonly view: SweepView }) {
  const { t } = useTranslation();
  const last = view.sweeps.find(({ endedAt }) => endedAt !== null)?.endedAt ?? null;
  return (
    <Facts layout="columns" framed testId="sweep-state">
      <Fact name={t('sweep.facts.open')} testId="sweep-open">
        {t('sweep.openFiles', { number: view.open })}
      </Fact>
      <Fact name={t('sweep.facts.unread')} testId="sweep-open-unread">
        {t('sweep.openUnread', { number: view.openUnread })}
      </Fact>
      <Fact name={t('sweep.facts.last')}>{last === null ? t('sweep.never') : formatMoment(last)}</Fact>
      <Fact name={t('sweep.facts.next')}>
        {view.nextAt === null ? t(nextWords(view)) : formatDate(view.nextAt)}
      </Fact>
    </Facts>
  );
}

/** The clock begins none before somebody has begun the first. */
const nextWords = ({ everyDays, sweeps }: SweepView) => {
  if (everyDays === 0) return 'sweep.byHand' as const;
  return sweeps.length === 0 ? ('sweep.afterFirst' as const) : ('sweep.afterThis' as const);
};

interface ListProps {
  readonly view: SweepView;
  readonly shown: number | null;
  readonly onOpen: (findingId: number) => void;
}

function Findings({ view: { findings, more, sweeps }, shown, onOpen }: ListProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('sweep.findings')} data-testid="sweep-findings">
      <h2>{t('sweep.findings')}</h2>
      {findings.length === 0 ? (
        <EmptyState
          drawing="search"
          words={t(sweeps.some(({ state }) => state === 'done') ? 'sweep.none' : 'sweep.first')}
          testId="sweep-none"
        />
      ) : (
        <FindingTable label={t('sweep.findings')} findings={findings} shown={shown} onOpen={onOpen} />
      )}
      {more > 0 && <p className="quiet">{t('sweep.more', { number: more })}</p>}
    </section>
  );
}

function Unread({ view: { unread, moreUnread }, shown, onOpen }: ListProps) {
  const { t } = useTranslation();
  const number = unread.length + moreUnread;
  if (number === 0) return null;
  const title = t('sweep.unread', { number });
  return (
    <section aria-label={title} data-testid="sweep-unread">
      <h2>{title}</h2>
      <p className="quiet">{t('sweep.unreadHint')}</p>
      <FindingTable label={title} findings={unread} shown={shown} onOpen={onOpen} />
      {moreUnread > 0 && <p className="quiet">{t('sweep.moreUnread', { number: moreUnread })}</p>}
    </section>
  );
}

/** When the clock begins one, and which folders were added. */
function Settings({
  view: { folders, everyDays },
  children,
}: {
  readonly view: SweepView;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { busy, schedule } = useStore(sweepStore);
  return (
    <section className="stack2" aria-label={t('sweep.settings')} data-testid="sweep-settings">
      <h2>{t('sweep.settings')}</h2>
      <FieldLine>
        <SelectField
          label={t('sweep.facts.every')}
          value={String(everyDays)}
          disabled={busy}
          choices={SWEEP_DAYS.map((days) => ({
            value: String(days),
            words: t(`sweep.every.${EVERY[days]}`),
          }))}
          testId="sweep-every"
          onChange={(days) => void schedule(Number(days) as SweepDays)}
        />
      </FieldLine>
      {children}
      {folders.map((folder) => (
        <Folder key={folder.folderId} {...folder} />
      ))}
    </section>
  );
}

function Folder({ folderId, path }: SweepView['folders'][number]) {
  const { t } = useTranslation();
  const { busy, removeFolder } = useStore(sweepStore);
  const name = path ?? t('sweep.hiddenName');
  return (
    <div className="line2" data-testid="sweep-folder">
      <p>{t('sweep.folder', { path: name })}</p>
      <Button
        weight="plain"
        disabled={busy}
        aria-label={t('sweep.removeFolderOf', { path: name })}
        data-testid="sweep-remove-folder"
        onClick={() => void removeFolder(folderId)}
      >
        {t('sweep.removeFolder')}
      </Button>
    </div>
  );
}

const RUN_COLUMNS = ['when', 'files', 'found', 'people', 'unread', 'how'] as const;

function Trend({ view: { sweeps } }: { readonly view: SweepView }) {
  const { t } = useTranslation();
  const over = sweeps.filter(({ endedAt }) => endedAt !== null);
  if (over.length === 0) return null;
  return (
    <section aria-label={t('sweep.trend')} data-testid="sweep-trend">
      <h2>{t('sweep.trend')}</h2>
      <Table columns={RUN_COLUMNS} words={(column) => t(`sweep.runs.${column}`)}>
        {over.map(({ begunAt, files, found, people, unread, state }) => (
          <tr key={begunAt}>
            <th scope="row" className="digits">
              {formatMoment(begunAt)}
            </th>
            <td className="digits">{files}</td>
            <td className="digits">{found}</td>
            <td className="digits">{people}</td>
            <td className="digits">{unread}</td>
            <td>
              <Badge tone={state === 'done' ? 'good' : 'plain'}>{t(`sweep.runStates.${state}`)}</Badge>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** How far the sweep is that runs or waits, and what may be done about it. */
function SweepProgress({ run }: { readonly run: SweepRun | undefined }) {
  const { t } = useTranslation();
  const { progress, busy, pause, resume, cancel } = useStore(sweepStore);
  if (run === undefined || run.endedAt !== null) return null;
  const isPaused = run.state === 'paused';
  const title = t(isPaused ? 'sweep.paused' : 'sweep.running');
  return (
    <section
      className={cx('line3', css.run)}
      aria-label={title}
      data-testid="sweep-progress"
      data-state={run.state}
    >
      <div className="stack1">
        <p className="digits">
          <b>{title}</b> · {isPaused ? t('sweep.pausedHint') : <Progress />}
        </p>
        {!isPaused && (
          <>
            <ProgressBar share={shareOf(progress)} label={title} />
            <p className="quiet small">{t('sweep.background')}</p>
          </>
        )}
      </div>
      <FormActions inPlace>
        <Button
          weight="main"
          disabled={busy}
          data-testid={isPaused ? 'sweep-resume' : 'sweep-pause'}
          onClick={() => void (isPaused ? resume() : pause())}
        >
          {t(isPaused ? 'sweep.resume' : 'sweep.pause')}
        </Button>
        <Button disabled={busy} data-testid="sweep-cancel" onClick={() => void cancel()}>
          {t('sweep.cancel')}
        </Button>
      </FormActions>
    </section>
  );
}

type Told = ReturnType<typeof sweepStore.getState>['progress'];

/** Null while files are being listed. */
const shareOf = (progress: Told): number | null =>
  progress === null || progress.total === 0 ? null : progress.done / progress.total;

function Progress() {
  const { t } = useTranslation();
  const progress = useStore(sweepStore, (state) => state.progress);
  if (progress === null || progress.total === 0) return t('sweep.listing');
  const { done, total, found, secondsLeft } = progress;
  const left =
    secondsLeft === null ? '' : ` · ${t('import.progress.left', { time: formatDuration(t, secondsLeft) })}`;
  return `${t('sweep.progress', { done, total, found })}${left}`;
}

interface FormProps {
  readonly finding: SweepFinding;
  readonly onClose: (view?: SweepView) => void;
}

const DAY_MS = 86_400_000;

/** Whether the vault will take it: a later day, and not too far away. */
const isLaterDay = (day: string): boolean =>
  day > formatDate(Date.now()) && day <= formatDate(Date.now() + MAX_ACCEPTED_DAYS * DAY_MS);

/** Two decisions about a file, each with the own PIN: it stays for a time, or it is destroyed. */
function AcceptForm({ finding, onClose }: FormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ words: '', until: '' });
  const day = dayFrom(draft.until);
  const isGood = day !== null && isLaterDay(day);
  return (
    <Form
      name="sweep-accept"
      title={t('sweep.acceptForm.title', { name: nameOf(t, finding) })}
      lead={t('sweep.acceptForm.lead')}
      yes={t('sweep.acceptForm.yes')}
      ready={isReasonValid(draft.words) && isGood}
      pin="last"
      send={({ pin }) =>
        bridge.vault['sweep.accept']({
          findingId: finding.findingId,
          words: draft.words.trim(),
          until: dayTyped(draft.until),
          pin,
        })
      }
      onClose={onClose}
    >
      <FieldLine>
        <WordsField {...of('words')} label={t('sweep.acceptForm.words')} grow autoFocus />
        <DayField
          {...of('until')}
          label={t('sweep.acceptForm.until')}
          problem={draft.until.trim() !== '' && !isGood ? t('sweep.acceptForm.untilWrong') : null}
        />
      </FieldLine>
    </Form>
  );
}

function DisposeForm({ finding, onClose }: FormProps) {
  const { t } = useTranslation();
  const { findingId, copies } = finding;
  return (
    <Form
      name="sweep-dispose"
      title={t('sweep.disposeForm.title', { name: nameOf(t, finding) })}
      lead={t('sweep.disposeForm.lead')}
      yes={t('sweep.disposeForm.yes')}
      isDanger
      pin="alone"
      send={({ pin }) => bridge.vault['sweep.dispose']({ findingId, pin })}
      onDone={(done) => {
        onClose(done.view);
        void disposalsStore.getState().check(done.disposalId);
      }}
      onClose={() => onClose()}
      toast={doneWords}
    >
      {copies > 0 && (
        <Note kind="warn" testId="sweep-dispose-copies">
          <p>{t('sweep.disposeForm.copies', { number: copies })}</p>
        </Note>
      )}
    </Form>
  );
}

type Disposed = { readonly otherNames: boolean; readonly copies: number };

function doneWords(t: Translate, { otherNames, copies }: Disposed): string {
  if (otherNames) return t('sweep.disposeForm.doneNames');
  return copies > 0 ? t('sweep.disposeForm.doneCopies', { number: copies }) : t('sweep.disposeForm.done');
}
