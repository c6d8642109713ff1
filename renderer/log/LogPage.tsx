/** The log, newest first under its days, narrowed by what is chosen over it, and the check that it holds together. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { LogCheck } from '../../contract/log/check.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { bridge } from '../bridge.ts';
import { formatClock } from '../messages/format.ts';
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
import { EntryDrawer } from './EntryDrawer.tsx';
import css from './log.module.css';
import { LogFilters } from './LogFilters.tsx';
import { daysOf } from './log-rows.ts';
import { isNarrowed } from './log-store.ts';
import { logStore } from './stores.ts';

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
