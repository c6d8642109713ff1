/** The log, newest first, and the check that it holds together. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LogCheck } from '../../contract/log/check.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { formatMoment } from '../messages/format.ts';
import { logStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { detailWords } from './detail-words.ts';
import { fieldWords, reasonWords } from './entry-words.ts';
import css from './log.module.css';

const COLUMNS = ['seq', 'time', 'who', 'action', 'person', 'field', 'reason', 'outcome'] as const;

export function LogPage() {
  const { t } = useTranslation();
  const { entries, more, busy, check, failure, readNewest, readOlder, verify } = useStore(logStore);
  useEffect(() => void readNewest(), [readNewest]);
  return (
    <div className={cx(css.screen)} data-testid="screen-log">
      <PageHeader title={t('log.title')} lead={t('log.lead')}>
        <Button
          weight="main"
          disabled={busy !== 'none'}
          data-testid="log-verify"
          onClick={() => void verify()}
        >
          {busy === 'checking' ? t('log.verifying') : t('log.verify')}
        </Button>
      </PageHeader>
      {failure !== null && (
        <div className={cx(css.failed)}>
          <FailureNote failure={failure} />
          <Button disabled={busy !== 'none'} data-testid="log-again" onClick={() => void readNewest()}>
            {t('common.again')}
          </Button>
        </div>
      )}
      {check !== null && <CheckResult check={check} />}
      {/* A scrolled region has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={cx(css.scroller)} tabIndex={0} role="region" aria-label={t('log.title')}>
        <table className={cx(css.table)}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`log.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} />
            ))}
          </tbody>
        </table>
        <div className={cx(css.end)}>
          {more && (
            <Button disabled={busy !== 'none'} data-testid="log-older" onClick={() => void readOlder()}>
              {t('log.older')}
            </Button>
          )}
          {busy === 'reading' && <Waiting testId="log-reading" />}
          {!more && busy === 'none' && failure === null && (
            <p className="quiet">{entries.length === 0 ? t('log.empty') : t('log.end')}</p>
          )}
        </div>
      </div>
    </div>
  );
}

function CheckResult({ check }: { readonly check: LogCheck }) {
  const { t } = useTranslation();
  const problem = check.problem === null ? '' : t(`logProblems.${check.problem}`);
  return (
    <Note kind={check.ok ? 'plain' : 'harm'} live testId="log-check">
      <p className={cx(check.ok && css.good)} data-ok={check.ok}>
        <Icon name={check.ok ? 'check' : 'warn'} />{' '}
        {check.ok
          ? t('log.good', { count: check.checked })
          : check.firstBad === null
            ? t('log.badNowhere', { problem })
            : t('log.bad', { seq: check.firstBad, problem })}
      </p>
      <p className={cx('small')}>
        {t('log.head')} <code className={cx(css.hash)}>{check.headHash}</code>
      </p>
      <p className={cx('small')}>
        {check.signedFrom === null ? t('log.notSigned') : t('log.signedFrom', { seq: check.signedFrom })}
      </p>
    </Note>
  );
}

function Entry({ entry }: { readonly entry: LogEntryView }) {
  const { t } = useTranslation();
  return (
    <tr data-outcome={entry.outcome} data-testid="log-entry" data-action={entry.action}>
      <td className="digits">{entry.seq}</td>
      <td className="digits">{formatMoment(entry.time)}</td>
      <td>
        {entry.staffName}
        {entry.cosignerName !== null && <small> {t('log.with', { name: entry.cosignerName })}</small>}
      </td>
      <td>{t(`logActions.${entry.action}`)}</td>
      <td>{entry.personMask}</td>
      <td>
        {fieldWords(t, entry.field)}
        {entry.detail !== null && <small> {detailWords(t, entry)}</small>}
      </td>
      <td>
        {reasonWords(t, entry.reason)}
        {entry.ticket !== null && <small> {t('log.ticket', { ticket: entry.ticket })}</small>}
      </td>
      <td className={cx(css.outcome)}>{t(`logOutcomes.${entry.outcome}`)}</td>
    </tr>
  );
}
