/** The imports of the past, newest first, and what undoing one of them would do before it is done. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { ImportRun } from '../../contract/import/views.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { importsStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import type { Column } from '../ui/DataTable.tsx';
import { Done } from '../ui/Done.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { OpenFlagList } from './OpenFlagList.tsx';
import { UndoPanel } from './UndoPanel.tsx';

export function ImportsPage() {
  const { t } = useTranslation();
  const { runs, more, busy, check, result, failure, isElsewhere, read, readOlder, tellProgress } =
    useStore(importsStore);
  useEffect(() => void read(), [read]);
  useEffect(() => bridge.onVault['import.progress'](tellProgress), [tellProgress]);
  const chosen = runs.find((run) => run.importId === check?.importId);
  return (
    <Page testId="screen-imports">
      <PageHeader title={t('imports.title')} lead={t('imports.lead')} />
      <FailureNote failure={check === null ? failure : null} />
      {result !== null && (
        <Note live testId="undo-done">
          <Done>
            {t('imports.undone', { removed: result.removed, restored: result.restored, rooms: result.rooms })}
          </Done>
          {result.kept > 0 && <p>{t('imports.kept', { count: result.kept })}</p>}
        </Note>
      )}
      {chosen !== undefined && <UndoPanel run={chosen} />}
      <PageBody label={t('imports.title')}>
        <OpenFlagList />
        {runs.length > 0 && <RegisterTable label={t('imports.title')} listing={RUNS} rows={runs} />}
        <div className={cx(pageCss.end)}>
          {more && (
            <Button disabled={busy !== 'none'} data-testid="imports-older" onClick={() => void readOlder()}>
              {t('log.older')}
            </Button>
          )}
          {busy === 'reading' && <Waiting testId="imports-reading" />}
          {isElsewhere && (
            <EmptyState drawing="sheet" words={t('imports.elsewhere')} live testId="imports-elsewhere" />
          )}
          {!isElsewhere && runs.length === 0 && busy === 'none' && failure === null && (
            <EmptyState drawing="sheet" words={t('imports.empty')} testId="imports-empty">
              <Button
                weight="main"
                data-testid="imports-first"
                onClick={() => deskStore.getState().go('import')}
              >
                {t('import.title')}
              </Button>
            </EmptyState>
          )}
        </div>
      </PageBody>
    </Page>
  );
}

const RUNS: Listing<ImportRun> = {
  idOf: ({ importId }) => importId,
  marksOf: ({ importId, undoneAt }) => ({
    'data-testid': 'import-run',
    'data-import': String(importId),
    'data-undone': String(undoneAt !== null),
  }),
  columns: (t) => [
    { id: 'when', header: t('imports.columns.when'), narrow: true, cell: ({ at }) => formatMoment(at) },
    {
      id: 'who',
      header: t('imports.columns.who'),
      cell: ({ staffName, cosignerName }) => (
        <>
          {staffName}
          {cosignerName !== null && <small> {t('log.with', { name: cosignerName })}</small>}
        </>
      ),
    },
    { id: 'file', header: t('imports.columns.file'), second: true, cell: ({ fileName }) => fileName },
    ...(['rows', 'created', 'changed', 'rejected'] as const).map((count): Column<ImportRun> => ({
      id: count,
      header: t(`imports.columns.${count}`),
      narrow: true,
      number: true,
      second: true,
      cell: (run) => run[count],
    })),
    { id: 'state', header: t('imports.columns.state'), cell: (run) => <RunState run={run} /> },
  ],
};

function RunState({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation();
  const { busy, check, choose } = useStore(importsStore);
  if (run.undoneAt !== null)
    return (
      <Badge>{t('imports.undoneBy', { name: run.undoneBy ?? '', time: formatMoment(run.undoneAt) })}</Badge>
    );
  if (!run.canUndo) return <Badge>{t('imports.journalGone')}</Badge>;
  return (
    <Button
      weight="plain"
      disabled={busy !== 'none'}
      aria-pressed={check?.importId === run.importId}
      aria-label={t('imports.undoOf', { file: run.fileName })}
      data-testid={`undo-${run.importId}`}
      onClick={() => void choose(run.importId)}
    >
      {t('merge.undo')}
    </Button>
  );
}
