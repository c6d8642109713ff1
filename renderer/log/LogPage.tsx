/** The log, newest first under its days, narrowed by what is chosen over it, and the check that it holds together. */
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation, type Translate } from '../messages/translate.ts';
import type { LogCheck } from '../../contract/log/check.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { bridge } from '../bridge.ts';
import { formatClock, formatSecond } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { WorkProgress } from '../pages/WorkProgress.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Done } from '../ui/Done.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useOwnReasonWords } from '../reasons/use-own-reason-words.ts';
import { columnsIn, keyOf, marksOf } from './entry-columns.tsx';
import css from './log.module.css';
import { daysOf, OUTCOME_TONES } from './log-rows.ts';
import { isNarrowed } from './log-store.ts';
import { logStore } from './stores.ts';
import { LOG_OUTCOMES } from '../../contract/log/outcomes.ts';
import { LOG_GROUP_NAMES } from '../../contract/log/groups.ts';
import { FilterBar, FilterDay, FilterSelect } from '../ui/FilterBar.tsx';
import { askAccessHistory } from '../page-intents/ask-access-history.ts';
import { Badge } from '../ui/Badge.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { detailWords } from './detail-words.ts';
import type { OwnReasonWords } from '../reasons/reason-words.ts';
import { fieldWords, reasonWords } from './entry-words.ts';

export function LogPage() {
  const { t } = useTranslation();
  const { busy, check, failure, readNewest, readStaff, verify, tellProgress } = useStore(logStore);
  useEffect(() => {
    void readNewest();
    void readStaff();
  }, [readNewest, readStaff]);
  useEffect(() => bridge.onVault['log.progress'](tellProgress), [tellProgress]);
  return (
    <Page testId="screen-log">
      <PageHeader title={t('log.title')} lead={t('log.lead')}>
        <Button disabled={busy !== 'none'} data-testid="log-verify" onClick={() => void verify()}>
          {t('log.verify')}
        </Button>
        <Menu
          words={t('common.more')}
          label={t('common.more')}
          testId="log-more"
          actions={(['log-export', 'second-log'] as const).map((page) => ({
            words: t(page === 'log-export' ? 'log.export' : 'secondLog.title'),
            testId: page,
            run: () => deskStore.getState().go(page),
          }))}
        />
      </PageHeader>
      <ReadFailure
        failure={failure}
        disabled={busy !== 'none'}
        testId="log-again"
        onAgain={() => void readNewest()}
      />
      {busy === 'checking' && <CheckProgress />}
      {check !== null && <CheckResult check={check} />}
      <LogFilters />
      <PageBody label={t('log.title')}>
        <Entries />
        <End />
      </PageBody>
      <EntryDrawer />
    </Page>
  );
}

/** A log of a year is checked in seconds, one of ten years in minutes. */
function CheckProgress() {
  const { t } = useTranslation();
  const { progress, isCancelling, cancelCheck } = useStore(logStore);
  return (
    <WorkProgress
      words={t('log.verifying')}
      progress={progress}
      testId="log-progress"
      stop={{ testId: 'log-stop', waits: isCancelling, onStop: () => void cancelCheck() }}
    />
  );
}

function Entries() {
  const { t, i18n } = useTranslation();
  const { entries, opened, open } = useStore(logStore);
  const own = useOwnReasonWords();
  const columns = useMemo(() => columnsIn(t, own), [t, own]);
  const days = useMemo(() => daysOf(entries, i18n.language), [entries, i18n.language]);
  const opening = useMemo(
    () => ({
      open: (entry: LogEntryView) => open(entry.seq),
      words: ({ time, seq }: LogEntryView) => t('log.entry.open', { time: formatClock(time), seq }),
    }),
    [open, t],
  );
  if (entries.length === 0) return null;
  return (
    <DataTable
      label={t('log.title')}
      columns={columns}
      groups={days}
      keyOf={keyOf}
      marksOf={marksOf}
      opening={{ ...opening, shown: opened === null ? null : String(opened) }}
    />
  );
}

/** Foot of the list: a button for more entries, that more are on their way, or that there are none. */
function End() {
  const { t } = useTranslation();
  const state = useStore(logStore);
  const { entries, more, busy, failure, readOlder, clear } = state;
  const isRead = !more && busy === 'none' && failure === null;
  const hasNone = isRead && entries.length === 0;
  return (
    <div className={cx(pageCss.end)}>
      {more && (
        <Button disabled={busy !== 'none'} data-testid="log-older" onClick={() => void readOlder()}>
          {t('log.older')}
        </Button>
      )}
      {busy === 'reading' && <Waiting testId="log-reading" />}
      {hasNone && isNarrowed(state) ? (
        <EmptyState drawing="search" words={t('log.none')} live testId="log-none">
          <Button data-testid="log-none-clear" onClick={() => void clear()}>
            {t('log.filters.clear')}
          </Button>
        </EmptyState>
      ) : hasNone ? (
        <EmptyState drawing="history" words={t('log.empty')} />
      ) : (
        isRead && <p className="quiet">{t('log.end')}</p>
      )}
    </div>
  );
}

function CheckResult({ check }: { readonly check: LogCheck }) {
  const { t } = useTranslation();
  const problem = check.problem === null ? '' : t(`logProblems.${check.problem}`);
  return (
    <Note kind={check.ok ? 'plain' : 'harm'} live testId="log-check">
      {check.ok ? (
        <Done data-ok>{t('log.good', { count: check.checked })}</Done>
      ) : (
        <p data-ok={false}>
          <Icon name="warn" />{' '}
          {check.firstBad === null
            ? t('log.badNowhere', { problem })
            : t('log.bad', { seq: check.firstBad, problem })}
        </p>
      )}
      <details className={cx('small')}>
        <summary>{check.ok ? t('log.signed') : t('log.head')}</summary>
        {t('log.head')} <code className={cx(css.hash)}>{check.headHash}</code>
      </details>
    </Note>
  );
}

/** Filters of the log: days, who, kind of action, outcome, and the resident that an entry was chosen by. */
function LogFilters() {
  const { t } = useTranslation();
  const state = useStore(logStore);
  const { filter, resident, staff, narrow, clear } = state;
  const disabled = state.busy === 'checking';
  const shared = { disabled, allWords: t('log.filters.all') };
  const isReversed = filter.from !== undefined && filter.to !== undefined && filter.to < filter.from;
  return (
    <FilterBar
      label={t('log.filters.label')}
      clearWords={t('log.filters.clear')}
      testId="log-filters"
      active={isNarrowed(state) && !disabled}
      onClear={() => void clear()}
    >
      <FilterDay
        disabled={disabled}
        label={t('log.filters.from')}
        value={filter.from}
        testId="log-from"
        onChoose={(from) => void narrow({ from })}
      />
      <FilterDay
        disabled={disabled}
        label={t('log.filters.to')}
        value={filter.to}
        problem={isReversed ? t('log.filters.order') : null}
        testId="log-to"
        onChoose={(to) => void narrow({ to })}
      />
      <FilterSelect
        {...shared}
        label={t('log.columns.who')}
        value={filter.staffId}
        choices={staff.map(({ staffId, name, left }) => ({
          value: staffId,
          words: left ? t('log.filters.left', { name }) : name,
        }))}
        testId="log-staff"
        onChoose={(staffId) => void narrow({ staffId })}
      />
      <FilterSelect
        {...shared}
        label={t('log.filters.group')}
        value={filter.group}
        choices={LOG_GROUP_NAMES.map((group) => ({ value: group, words: t(`log.groups.${group}`) }))}
        testId="log-group"
        onChoose={(group) => void narrow({ group })}
      />
      <FilterSelect
        {...shared}
        label={t('log.columns.outcome')}
        value={filter.outcome}
        choices={LOG_OUTCOMES.map((outcome) => ({ value: outcome, words: t(`logOutcomes.${outcome}`) }))}
        testId="log-outcome"
        onChoose={(outcome) => void narrow({ outcome })}
      />
      {resident !== null && <AnyResident mask={resident.mask} disabled={disabled} />}
    </FilterBar>
  );
}

/** Lifts the filter of one resident; it takes the focus, because the row that the resident was chosen by may be gone. */
function AnyResident({ mask, disabled }: { readonly mask: string; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const { narrowTo } = useStore(logStore);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button
      ref={button}
      disabled={disabled}
      data-testid="log-any-resident"
      onClick={() => void narrowTo(null)}
    >
      {t('log.filters.anyResident', { mask })}
    </Button>
  );
}

/** One entry of the log in full words. */
function EntryDrawer() {
  const { entries, more, opened, open, step } = useStore(logStore);
  const { t } = useTranslation();
  const at = entries.findIndex(({ seq }) => seq === opened);
  const entry = entries[at];
  if (entry === undefined) return null;
  return (
    <Drawer
      title={t('log.entry.title', { seq: entry.seq })}
      testId="log-drawer"
      onClose={() => open(null)}
      onStep={step}
      steps={{ name: 'log-entry', isFirst: at === 0, isLast: at === entries.length - 1 && !more }}
      foot={entry.personId !== null && entry.personMask !== null && <OfResident entry={entry} />}
    >
      <EntryFacts entry={entry} />
    </Drawer>
  );
}

function EntryFacts({ entry }: { readonly entry: LogEntryView }) {
  const { t } = useTranslation();
  const own = useOwnReasonWords();
  return (
    <Facts layout="rows" testId="log-facts">
      {factsOf(t, own, entry).map(([name, words]) => (
        <Fact key={name} name={name}>
          {words}
        </Fact>
      ))}
      <Fact name={t('log.columns.outcome')}>
        <Badge tone={OUTCOME_TONES[entry.outcome]}>{t(`logOutcomes.${entry.outcome}`)}</Badge>
      </Fact>
    </Facts>
  );
}

/** Returns the facts of an entry as pairs of name and words, null or empty where it has none. */
function factsOf(
  t: Translate,
  own: OwnReasonWords,
  entry: LogEntryView,
): readonly (readonly [string, string | null])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    [t('log.columns.time'), formatSecond(entry.time)],
    [t('log.columns.who'), entry.staffName],
    [t('log.entry.cosigner'), entry.cosignerName],
    [t('log.columns.action'), t(`logActions.${entry.action}`)],
    [t('log.columns.person'), entry.personMask],
    [t('log.columns.field'), fieldWords(t, entry.field)],
    [t('log.entry.detail'), detailWords(t, entry)],
    [t('log.columns.reason'), reasonWords(t, own, entry.reason)],
    [t('log.entry.ticket'), entry.ticket],
    [t('log.entry.signature'), entry.signed ? t('log.entry.signed') : t('log.entry.unsigned')],
  ];
  return facts.filter(([, words]) => words !== null && words !== '');
}

/** Ways from an entry to others of the same resident. */
function OfResident({ entry: { personId, personMask } }: { readonly entry: LogEntryView }) {
  const { t } = useTranslation();
  const { resident, narrowTo } = useStore(logStore);
  if (personId === null || personMask === null) return null;
  return (
    <>
      {resident?.personId !== personId && (
        <Button data-testid="log-only-resident" onClick={() => void narrowTo({ personId, mask: personMask })}>
          {t('log.entry.onlyResident')}
        </Button>
      )}
      <Button data-testid="log-access-history" onClick={() => askAccessHistory({ by: 'person', personId })}>
        {t('accessHistory.title')}
      </Button>
    </>
  );
}
