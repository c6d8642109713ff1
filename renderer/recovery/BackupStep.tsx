/** Where the backups are, and which of them: the newest unless somebody says otherwise. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { FileId } from '../../contract/ids.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { BackupChosen } from './recovery-store.ts';

type Found = RouteReply<'recovery.findBackups'> & { readonly folderId: FileId };

export function BackupStep({
  onChosen,
  onBack,
}: {
  readonly onChosen: (backup: BackupChosen) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const [found, setFound] = useState<Found | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const pick = async () => {
    const picked = await bridge.shell.pickFile({ use: 'folder' });
    if (!picked.ok) return setFailure(picked.error);
    if (picked.value.file === null) return;
    const { fileId: folderId } = picked.value.file;
    const reply = await bridge.vault['recovery.findBackups']({ folderId });
    setFailure(reply.ok ? null : reply.error);
    setFound(reply.ok ? { ...reply.value, folderId } : null);
    setName(reply.ok ? (reply.value.backups[0]?.name ?? null) : null);
  };
  return (
    <Form
      name="recovery"
      testIds={{ submit: 'recovery-next', cancel: 'recovery-back' }}
      className="stack4"
      failure={failure}
      yes={t('recovery.backup.next')}
      no={t('common.back')}
      ready={name !== null}
      send={() => {
        if (found !== null && name !== null) onChosen({ folderId: found.folderId, name });
      }}
      onClose={() => onBack()}
    >
      <CeremonyTitle>{t('recovery.backup.title')}</CeremonyTitle>
      {name === null && <p>{t('recovery.backup.lead')}</p>}
      <div>
        <Button onClick={() => void pick()} autoFocus data-testid="recovery-pick">
          {t(found === null ? 'backup.settings.pick' : 'repair.pick')}
        </Button>
      </div>
      {found?.backups.length === 0 && (
        <Note kind="warn" live testId="recovery-no-backup">
          {t('recovery.backup.none', { folder: found.folder })}
        </Note>
      )}
      {found !== null && name !== null && (
        <SelectField
          label={t('recovery.backup.which')}
          hint={found.folder}
          value={name}
          choices={found.backups.map((one) => ({
            value: one.name,
            words: `${formatMoment(one.createdAt)} · ${one.estateName}`,
          }))}
          testId="recovery-backups"
          onChange={setName}
        />
      )}
    </Form>
  );
}
