/** What lies in the folder, newest first, each with what it is good for. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { BackupView } from '../../contract/backup/views.ts';
import { formatMoment } from '../messages/format.ts';
import { backupStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PageBody } from '../ui/Page.tsx';
import { Table } from '../ui/Table.tsx';
import css from './backup.module.css';
import { formatBytes } from './format-bytes.ts';

const COLUMNS = ['when', 'size', 'state', 'opens', 'actions'] as const;

export function BackupList({ view: { backups, folder, settings } }: { readonly view: BackupView }) {
  const { t } = useTranslation();
  const { elsewhere, busy, lookElsewhere, lookHere } = useStore(backupStore);
  return (
    <section className={cx(css.list)} aria-labelledby="backup-list">
      <div className={cx(css.listHead)}>
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
          <Table columns={COLUMNS} words={(column) => t(`backup.columns.${column}`)}>
            {backups.map((backup) => (
              <Backup key={backup.name} backup={backup} />
            ))}
          </Table>
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
          data-testid="backup-first"
          onClick={() => (canMake ? void make() : show({ kind: 'settings' }))}
        >
          {t(canMake ? 'backup.make' : settings.folder === null ? 'backup.chooseFirst' : 'backup.change')}
        </Button>
      )}
    </EmptyState>
  );
}

function Backup({
  backup: { name, state, createdAt, bytes, estateName, opensBy },
}: {
  readonly backup: BackupView['backups'][number];
}) {
  const { t, i18n } = useTranslation();
  const { busy, panel, show } = useStore(backupStore);
  const isChosen = (kind: 'test' | 'restore'): boolean => panel.kind === kind && panel.name === name;
  return (
    <tr data-testid="backup-row" data-state={state}>
      <td className="digits">{createdAt === null ? name : formatMoment(createdAt)}</td>
      <td className="digits">{bytes === null ? '' : formatBytes(bytes, i18n.language)}</td>
      <td>
        <span className={cx(css.state)}>
          <Icon name={state === 'ok' ? 'check' : 'warn'} /> {t(`backup.states.${state}`)}
        </span>
        {state === 'other-vault' && <small> {estateName}</small>}
      </td>
      <td>{state === 'ok' && opensBy !== null && t(`backup.opensBy.${opensBy}`)}</td>
      <td>
        {state === 'ok' && (
          <div className={cx(css.rowActions)}>
            <Button
              disabled={busy !== 'none'}
              aria-pressed={isChosen('test')}
              aria-label={t('backup.testOf', { name })}
              data-testid={`backup-test-${name}`}
              onClick={() => show({ kind: 'test', name })}
            >
              {t('backup.tryOut')}
            </Button>
            <Button
              disabled={busy !== 'none'}
              aria-label={t('backup.restoreOf', { name })}
              data-testid={`backup-restore-${name}`}
              onClick={() => show({ kind: 'restore', name })}
            >
              {t('backup.restore.button')}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
