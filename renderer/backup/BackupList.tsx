/** List of the backups in the folder, newest first, each with what it can be used for. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { BackupView } from '../../contract/backup/views.ts';
import { formatBytes, formatMoment } from '../messages/format.ts';
import { backupStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageBody } from '../ui/Page.tsx';
import { RegisterTable, type Listing } from '../ui/RegisterTable.tsx';
import css from './backup.module.css';

export function BackupList({ view: { backups, folder, settings } }: { readonly view: BackupView }) {
  const { t } = useTranslation();
  const { elsewhere, busy, lookElsewhere, lookHere } = useStore(backupStore);
  return (
    <section className={cx(css.list)} aria-labelledby="backup-list">
      <div className={cx('line2', css.listHead)}>
        <h2 id="backup-list">
          {elsewhere === null
            ? t('backup.list.title')
            : t('backup.list.elsewhere', { folder: elsewhere.fileName })}
        </h2>
        {elsewhere !== null && (
          <Button
            weight="plain"
            disabled={busy !== 'none'}
            data-testid="backup-here"
            onClick={() => void lookHere()}
          >
            {t('backup.list.here')}
          </Button>
        )}
        <Button
          weight="plain"
          disabled={busy !== 'none'}
          data-testid="backup-elsewhere"
          onClick={() => void lookElsewhere()}
        >
          {t('backup.list.other')}
        </Button>
      </div>
      <PageBody label={t('backup.list.title')}>
        {backups.length === 0 ? (
          <NoBackups folder={folder} settings={settings} />
        ) : (
          <RegisterTable label={t('backup.list.title')} listing={BACKUPS} rows={backups} />
        )}
      </PageBody>
    </section>
  );
}

/** Makes the first one, or the folder is chosen first; in a folder that was only looked into, neither. */
function NoBackups({ folder, settings }: Pick<BackupView, 'folder' | 'settings'>) {
  const { t } = useTranslation();
  const { elsewhere, busy, make, show } = useStore(backupStore);
  const isThere = folder?.isThere !== false;
  const canMake = settings.folder !== null && isThere;
  return (
    <EmptyState
      drawing="drive"
      words={t(isThere ? 'backup.list.none' : 'backup.list.notThere')}
      testId="backup-none"
    >
      {elsewhere === null && (
        <Button
          disabled={busy !== 'none'}
          data-testid="backup-none-go"
          onClick={() => (canMake ? void make() : show({ kind: 'settings' }))}
        >
          {t(canMake ? 'backup.make' : settings.folder === null ? 'backup.chooseFirst' : 'backup.change')}
        </Button>
      )}
    </EmptyState>
  );
}

type Backup = BackupView['backups'][number];

const BACKUPS: Listing<Backup> = {
  idOf: ({ name }) => name,
  marksOf: ({ state }) => ({ 'data-testid': 'backup-row', 'data-state': state }),
  columns: (t) => [
    {
      id: 'when',
      header: t('backup.columns.when'),
      narrow: true,
      cell: ({ createdAt, name }) => (createdAt === null ? name : formatMoment(createdAt)),
    },
    {
      id: 'size',
      header: t('backup.columns.size'),
      narrow: true,
      number: true,
      cell: ({ bytes }) => (bytes === null ? null : formatBytes(bytes)),
    },
    {
      id: 'state',
      header: t('backup.columns.state'),
      cell: ({ state, estateName }) => (
        <>
          <Badge tone={state === 'ok' ? 'good' : state === 'other-vault' ? 'plain' : 'harm'}>
            {t(`backup.states.${state}`)}
          </Badge>
          {state === 'other-vault' && <small> {estateName}</small>}
        </>
      ),
    },
    {
      id: 'opens',
      header: t('backup.columns.opens'),
      second: true,
      cell: ({ state, opensBy }) =>
        state === 'ok' && opensBy !== null ? t(`backup.opensBy.${opensBy}`) : null,
    },
    {
      id: 'actions',
      header: t('backup.columns.actions'),
      narrow: true,
      second: true,
      cell: ({ state, name }) => (state === 'ok' ? <Actions name={name} /> : null),
    },
  ],
};

function Actions({ name }: Pick<Backup, 'name'>) {
  const { t } = useTranslation();
  const { busy, panel, show } = useStore(backupStore);
  return (
    <div className="row2">
      <Button
        disabled={busy !== 'none'}
        aria-pressed={panel.kind === 'test' && panel.name === name}
        aria-label={t('backup.test.title', { name })}
        data-testid={`backup-test-${name}`}
        onClick={() => show({ kind: 'test', name })}
      >
        {t('backup.tryOut')}
      </Button>
      <Button
        weight="plain"
        disabled={busy !== 'none'}
        aria-label={t('backup.restoreOf', { name })}
        data-testid={`backup-restore-${name}`}
        onClick={() => show({ kind: 'restore', name })}
      >
        {t('backup.restore.button')}
      </Button>
    </div>
  );
}
