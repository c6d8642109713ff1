/** The recovery sheet on screen, to be put on paper. Printing and saving pass through the main process: named exceptions (docs/keys.md). */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { Actions } from '../ui/Actions.tsx';
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
    <div className={cx('stack4', css.sheetStep)}>
      <div className="stack3">
        {titled && <CeremonyTitle>{t('setup.steps.sheet')}</CeremonyTitle>}
        <p>{t('setup.sheet.lead')}</p>
      </div>
      <SheetPaper sheet={sheet} estateName={estateName} />
      <div className="stack3">
        <Note kind="shows">{t('setup.sheet.warn')}</Note>
        <FailureNote failure={failure} />
        <p role="status" className={cx('small')}>
          {notPrinted ? t('give.notPrinted') : (kept ?? t('setup.sheet.notYet'))}
        </p>
      </div>
      <FormActions>
        <Actions
          name="sheet"
          list={[
            kept !== null && {
              testId: 'setup-next',
              words: t('setup.sheet.next'),
              weight: 'main',
              run: onNext,
            },
            {
              testId: 'sheet-print',
              words: t('give.print'),
              weight: kept === null ? 'main' : 'normal',
              run: () => void print(),
            },
            { testId: 'sheet-save', words: t('give.save'), run: () => void save() },
            kept === null && {
              testId: 'sheet-handwritten',
              words: t('setup.sheet.handwrite'),
              run: onNext,
            },
          ]}
        />
      </FormActions>
    </div>
  );
}
