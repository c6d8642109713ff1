/** The imports of the past, newest first, and what undoing one of them would do before it is done. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportRun } from '../../contract/intake/views.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { importsStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Table } from '../ui/Table.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './imports.module.css';
import { UndoPanel } from './UndoPanel.tsx';

const COLUMNS = ['when', 'who', 'file', 'rows', 'created', 'changed', 'rejected', 'state'] as const;

export function ImportsPage() {
  const { t } = useTranslation();
  const { runs, more, busy, check, result, failure, read, readOlder, tellProgress } = useStore(importsStore);
  useEffect(() => void read(), [read]);
  useEffect(() => bridge.onVault['import.progress'](tellProgress), [tellProgress]);
  const chosen = runs.find((run) => run.importId === check?.importId);
  return (
    <Page testId="screen-imports">
      <PageHeader title={t('imports.title')} lead={t('imports.lead')} />
      <FailureNote failure={failure} />
      {result !== null && (
        <Note live testId="undo-done">
          <p>
            <b>
              {t('imports.undone', {
                removed: result.removed,
                restored: result.restored,
                rooms: result.rooms,
              })}
            </b>
          </p>
          {result.kept > 0 && <p>{t('imports.kept', { count: result.kept })}</p>}
        </Note>
      )}
      {chosen !== undefined && <UndoPanel run={chosen} />}
      <PageBody label={t('imports.title')}>
        {runs.length > 0 && (
          <Table
            columns={COLUMNS}
            words={(column) => t(`imports.columns.${column}`)}
            className={cx(css.table)}
          >
            {runs.map((run) => (
              <Run key={run.importId} run={run} />
            ))}
          </Table>
        )}
        <div className={cx(pageCss.end)}>
          {more && (
            <Button disabled={busy !== 'none'} data-testid="imports-older" onClick={() => void readOlder()}>
              {t('log.older')}
            </Button>
          )}
          {busy === 'reading' && <Waiting testId="imports-reading" />}
          {runs.length === 0 && busy === 'none' && failure === null && (
            <EmptyState drawing="sheet" words={t('imports.empty')} testId="imports-empty">
              <Button
                weight="main"
                data-testid="imports-first"
                onClick={() => deskStore.getState().go('intake')}
              >
                {t('imports.first')}
              </Button>
            </EmptyState>
          )}
        </div>
      </PageBody>
    </Page>
  );
}

function Run({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation();
  const { busy, check, choose } = useStore(importsStore);
  const state =
    run.undoneAt === null
      ? null
      : t('imports.undoneBy', { name: run.undoneBy ?? '', time: formatMoment(run.undoneAt) });
  return (
    <tr data-testid="import-run" data-import={run.importId} data-undone={run.undoneAt !== null}>
      <td className="digits">{formatMoment(run.at)}</td>
      <td>
        {run.staffName}
        {run.cosignerName !== null && <small> {t('log.with', { name: run.cosignerName })}</small>}
      </td>
      <td className={cx(css.file)}>{run.fileName}</td>
      {[run.rows, run.created, run.changed, run.rejected].map((count, at) => (
        <td key={COLUMNS[at + 3]} className="digits">
          {count}
        </td>
      ))}
      <td>
        {state}
        {run.canUndo && (
          <Button
            disabled={busy !== 'none'}
            aria-pressed={check?.importId === run.importId}
            aria-label={t('imports.undoOf', { file: run.fileName })}
            data-testid={`undo-${run.importId}`}
            onClick={() => void choose(run.importId)}
          >
            {t('imports.undo')}
          </Button>
        )}
        {!run.canUndo && state === null && <span className="quiet">{t('imports.tooOld')}</span>}
      </td>
    </tr>
  );
}
