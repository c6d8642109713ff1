/** The sheet from paper: typed line by line, or read by a scanner. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { RecoveryView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import type { BackupChosen } from './recovery-store.ts';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { useFormScope } from '../ui/form-scope.ts';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { SheetFields, type SheetHandle } from '../ui/SheetFields.tsx';

async function checkLine(line: number, text: string): Promise<boolean | null> {
  const reply = await bridge.vault['recovery.checkLine']({ line, text });
  return reply.ok ? reply.value.right : null;
}

interface TypeSheetStepProps {
  /** Backup that the sheet is to open; null for the vault on this computer. */
  readonly backup: BackupChosen | null;
  readonly onOpened: (view: RecoveryView) => void;
  readonly onBack: () => void;
}

export function TypeSheetStep({ backup, onOpened, onBack }: TypeSheetStepProps) {
  const { t } = useTranslation();
  const sheet = useRef<SheetHandle>(null);
  const begin = () => {
    const typed = sheet.current?.take() ?? null;
    if (typed === null) return null;
    return backup === null
      ? bridge.vault['recovery.begin']({ sheet: typed })
      : bridge.vault['recovery.stageBackup']({ ...backup, sheet: typed });
  };
  return (
    <Form
      name="recovery"
      testIds={{ submit: 'recovery-open', cancel: 'recovery-back' }}
      className="stack4"
      yes={t('recovery.sheet.open')}
      busyWords={t('recovery.sheet.opening')}
      no={t('common.back')}
      send={begin}
      onDone={onOpened}
      onFailed={() => sheet.current?.focus()}
      onClose={() => onBack()}
    >
      <CeremonyTitle>{t('recovery.sheet.title')}</CeremonyTitle>
      <p>{t('recovery.sheet.lead')}</p>
      <SheetFields handle={sheet} autoFocus checkLine={checkLine} />
      <Note kind="shows">{t('recovery.sheet.warn')}</Note>
      <Opening />
    </Form>
  );
}

/** A backup is copied first, which takes as long as it is large. */
function Opening() {
  const { t } = useTranslation();
  const isBusy = useFormScope()?.isBusy === true;
  const [progress, setProgress] = useState<VaultEvent<'backup.progress'> | null>(null);
  useEffect(() => bridge.onVault['backup.progress'](setProgress), []);
  if (!isBusy) return null;
  return (
    <ProgressBar
      share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
      label={progress === null ? t('recovery.sheet.opening') : t(`backup.phases.${progress.phase}`)}
    />
  );
}
