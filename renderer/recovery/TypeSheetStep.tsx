/** The sheet from paper: typed line by line, or read by a scanner. */
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contract/result.ts';
import type { RecoveryView } from '../../contract/views.ts';
import { bridge } from '../bridge.ts';
import css from '../setup/setup.module.css';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote, Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { SheetFields } from '../ui/SheetFields.tsx';
import type { SheetHandle } from '../ui/SheetFields.tsx';

async function checkLine(line: number, text: string): Promise<boolean | null> {
  const reply = await bridge.vault['recovery.checkLine']({ line, text });
  return reply.ok ? reply.value.right : null;
}

export function TypeSheetStep({ onOpened, onBack }: { readonly onOpened: (view: RecoveryView) => void; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const sheet = useRef<SheetHandle>(null);

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const typed = opening ? null : sheet.current?.take() ?? null;
    if (typed === null) return sheet.current?.focus();
    setOpening(true);
    setFailure(null);
    const reply = await bridge.vault['recovery.begin']({ sheet: typed });
    setOpening(false);
    if (reply.ok) return onOpened(reply.value);
    setFailure(reply.error);
    sheet.current?.focus();
  };

  return (
    <form className={cx(css.form)} onSubmit={(event) => void begin(event)}>
      <h1>{t('recovery.sheet.title')}</h1>
      <p>{t('recovery.sheet.lead')}</p>
      <SheetFields handle={sheet} autoFocus checkLine={checkLine} />
      <Note kind="warn">{t('recovery.sheet.warn')}</Note>
      <FailureNote failure={failure} />
      {opening && <ProgressBar share={null} label={t('recovery.sheet.opening')} />}
      <div className={cx(css.actions)}>
        <Button onClick={onBack} disabled={opening} data-testid="recovery-back">{t('common.back')}</Button>
        <Button weight="main" type="submit" disabled={opening} data-testid="recovery-open">{opening ? t('recovery.sheet.opening') : t('recovery.sheet.open')}</Button>
      </div>
    </form>
  );
}
