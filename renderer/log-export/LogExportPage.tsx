/** Exports of the log: the register of those that there were, and the form of a new one. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { LogExportView } from '../../contract/log-export/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Done } from '../ui/Done.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ExportForm } from './ExportForm.tsx';
import { logExportStore } from './stores.ts';

export function LogExportPage() {
  const { t } = useTranslation();
  const { exports, isOpen, readFailure, read, open, tellProgress } = useStore(logExportStore);
  useEffect(() => void read(), [read]);
  useEffect(() => bridge.onVault['exports.progress'](tellProgress), [tellProgress]);
  return (
    <Page testId="screen-log-export">
      <PageHeader title={t('logExport.title')} lead={t('logExport.lead')}>
        {!isOpen && exports?.length !== 0 && (
          <Button weight="main" data-testid="log-export-open" onClick={open}>
            {t('logExport.open')}
          </Button>
        )}
      </PageHeader>
      <ReadFailure failure={readFailure} testId="log-export-again" onAgain={() => void read()} />
      <Written />
      <PageBody label={t('logExport.register')} spaced={isOpen}>
        {isOpen && <ExportForm />}
        {exports === null && readFailure === null && <Waiting testId="log-export-reading" />}
        {exports !== null && <Register exports={exports} />}
      </PageBody>
    </Page>
  );
}

function Register({ exports }: { readonly exports: readonly LogExportView[] }) {
  const { t } = useTranslation();
  if (exports.length === 0)
    return (
      <EmptyState drawing="history" words={t('logExport.none')} testId="log-export-none">
        <Button weight="main" data-testid="log-export-open" onClick={logExportStore.getState().open}>
          {t('logExport.open')}
        </Button>
      </EmptyState>
    );
  return <RegisterTable label={t('logExport.register')} listing={EXPORTS} rows={exports} />;
}

const EXPORTS: Listing<LogExportView> = {
  idOf: ({ exportId }) => exportId,
  marksOf: ({ outcome }) => ({ 'data-testid': 'log-export-row', 'data-outcome': outcome }),
  columns: (t) => [
    { id: 'at', header: t('logExport.columns.at'), narrow: true, cell: ({ at }) => formatMoment(at) },
    { id: 'who', header: t('logExport.columns.who'), second: true, cell: ({ staffName }) => staffName },
    {
      id: 'approver',
      header: t('logExport.columns.approver'),
      second: true,
      cell: ({ approverName }) => approverName,
    },
    {
      id: 'span',
      header: t('logExport.columns.span'),
      narrow: true,
      cell: ({ first, last }) => t('logExport.entries', { first, last }),
    },
    { id: 'count', header: t('logExport.columns.count'), number: true, cell: ({ count }) => count },
    {
      id: 'format',
      header: t('logExport.columns.format'),
      narrow: true,
      cell: ({ format }) => t(`logExport.formatNames.${format}`),
    },
    {
      id: 'purpose',
      header: t('logExport.purpose'),
      second: true,
      cell: ({ purpose, recipient }) => t('logExport.purposeFor', { purpose, recipient }),
    },
    {
      id: 'hash',
      header: t('logExport.columns.hash'),
      narrow: true,
      cell: ({ hash, outcome }) =>
        outcome === 'done' ? <code>{hash}</code> : <Badge tone="harm">{t('logExport.notWritten')}</Badge>,
    },
  ],
};

/** Note of the export that was written last, and the values that its recipient is to compare. */
function Written() {
  const { t } = useTranslation();
  const written = useStore(logExportStore, (state) => state.written);
  if (written === null) return null;
  const { count, fileName, sha256, root } = written;
  return (
    <Note live testId="log-export-written">
      <Done>{t('logExport.written', { number: count, file: fileName })}</Done>
      <p className="small">
        {t('logExport.sha256')} <code>{sha256.replace(/.{16}(?!$)/g, '$& ')}</code>
      </p>
      <p className="small">
        {t('logExport.root')} <code>{root}</code>
      </p>
    </Note>
  );
}
