/** The sheet from paper: typed line by line, or read by a scanner. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { RecoveryView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import type { BackupChosen } from './recovery-store.ts';
import css from '../set-up/set-up.module.css';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote, Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { SheetFields, type SheetHandle } from '../ui/SheetFields.tsx';

async function checkLine(line: number, text: string): Promise<boolean | null> {
  const reply = await bridge.vault['recovery.checkLine']({ line, text });
  return reply.ok ? reply.value.right : null;
}

interface TypeSheetStepProps {
  /** What it is to open; null for what lies on this computer. */
  readonly backup: BackupChosen | null;
  readonly onOpened: (view: RecoveryView) => void;
  readonly onBack: () => void;
}

export function TypeSheetStep({ backup, onOpened, onBack }: TypeSheetStepProps) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const sheet = useRef<SheetHandle>(null);

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const typed = opening ? null : (sheet.current?.take() ?? null);
    if (typed === null) return sheet.current?.focus();
    setOpening(true);
    setFailure(null);
    const reply = await (backup === null
      ? bridge.vault['recovery.begin']({ sheet: typed })
      : bridge.vault['recovery.stageBackup']({ ...backup, sheet: typed }));
    setOpening(false);
    if (reply.ok) return onOpened(reply.value);
    setFailure(reply.error);
    sheet.current?.focus();
  };

  return (
    <form className={cx(css.form)} onSubmit={(event) => void begin(event)}>
      <CeremonyTitle>{t('recovery.sheet.title')}</CeremonyTitle>
      <p>{t('recovery.sheet.lead')}</p>
      <SheetFields handle={sheet} autoFocus checkLine={checkLine} />
      <Note kind="warn">{t('recovery.sheet.warn')}</Note>
      <FailureNote failure={failure} />
      {opening && <Opening />}
      <FormActions>
        <Button weight="main" type="submit" disabled={opening} data-testid="recovery-open">
          {opening ? t('recovery.sheet.opening') : t('recovery.sheet.open')}
        </Button>
        <Button onClick={onBack} disabled={opening} data-testid="recovery-back">
          {t('common.back')}
        </Button>
      </FormActions>
    </form>
  );
}

/** A backup is copied first, which takes as long as it is large. */
function Opening() {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<VaultEvent<'backup.progress'> | null>(null);
  useEffect(() => bridge.onVault['backup.progress'](setProgress), []);
  return (
    <ProgressBar
      share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
      label={progress === null ? t('recovery.sheet.opening') : t(`backup.phases.${progress.phase}`)}
    />
  );
}
