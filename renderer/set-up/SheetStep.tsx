/** The recovery sheet on screen, to be put on paper. Printing and saving pass through the main process: named exceptions (docs/keys.md). */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote, Note } from '../ui/Note.tsx';
import css from './set-up.module.css';
import { SheetPaper } from './SheetPaper.tsx';

interface SheetStepProps {
  readonly sheet: RecoverySheetView;
  readonly estateName: string;
  readonly onNext: () => void;
  /** False where the screen around it says what this is. */
  readonly titled?: boolean;
}

export function SheetStep({ sheet, estateName, onNext, titled = true }: SheetStepProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<string | null>(null);
  const [notPrinted, setNotPrinted] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const print = async () => {
    const reply = await bridge.shell.printSheet({ paper: 'recovery-sheet' });
    setFailure(reply.ok ? null : reply.error);
    setNotPrinted(reply.ok && !reply.value.done);
    if (reply.ok && reply.value.done) setKept(t('setup.sheet.printed'));
  };
  const save = async () => {
    const reply = await bridge.shell.saveSheet({});
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok && reply.value.fileName !== null)
      setKept(t('setup.sheet.saved', { file: reply.value.fileName }));
  };

  return (
    <div className={cx(css.form, css.sheetStep)}>
      <div className={cx(css.screenOnly)}>
        {titled && <CeremonyTitle>{t('setup.sheet.title')}</CeremonyTitle>}
        <p>{t('setup.sheet.lead')}</p>
      </div>
      <SheetPaper sheet={sheet} estateName={estateName} />
      <div className={cx(css.screenOnly)}>
        <Note kind="warn">{t('setup.sheet.warn')}</Note>
        <FailureNote failure={failure} />
        <p role="status" className={cx('small')}>
          {notPrinted ? t('give.notPrinted') : (kept ?? t('setup.sheet.notYet'))}
        </p>
      </div>
      <FormActions>
        <Button
          weight={kept === null ? 'main' : 'normal'}
          onClick={() => void print()}
          data-testid="sheet-print"
        >
          {t('setup.sheet.print')}
        </Button>
        <Button onClick={() => void save()} data-testid="sheet-save">
          {t('setup.sheet.save')}
        </Button>
        {/* It stays where it was: what moves under the pointer is pressed by mistake. */}
        <Button
          weight="plain"
          disabled={kept !== null}
          onClick={() => setKept('')}
          data-testid="sheet-handwritten"
        >
          {t('setup.sheet.handwrite')}
        </Button>
        <Button
          weight={kept === null ? 'normal' : 'main'}
          onClick={onNext}
          disabled={kept === null}
          data-testid="setup-next"
        >
          {t('setup.sheet.next')}
        </Button>
      </FormActions>
    </div>
  );
}
