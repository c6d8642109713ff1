/** A file is attached: which, and the day of what it shows. The page knows its name alone; the vault reads it. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FileId } from '../../contract/ids.ts';
import type { Result } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Button } from '../ui/Button.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { toastsStore } from '../ui/toasts.ts';

interface AttachFormProps<Reply> {
  /** What it is attached to. */
  readonly about: string;
  readonly send: (fileId: FileId, showsOn: string) => Promise<Result<Reply>>;
  readonly onClose: (done?: Reply) => void;
  readonly onStale: () => Promise<void>;
}

export function AttachForm<Reply>({ about, send, onClose, onStale }: AttachFormProps<Reply>) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [file, setFile] = useState<{ readonly fileId: FileId; readonly fileName: string } | null>(null);
  const [typed, setTyped] = useState(today);
  const [isAsked, setIsAsked] = useState(false);
  const day = dayFrom(typed);
  const pick = async (): Promise<void> => {
    const picked = await bridge.shell.pickFile({ use: 'attachment' });
    if (!picked.ok || picked.value.file === null) return;
    markDirty();
    setFile(picked.value.file);
  };
  return (
    <StepForm
      name="attach"
      focus="title"
      title={t('attached.addTitle')}
      lead={t('attached.addLead')}
      yes={t('attached.save')}
      isReady={() => {
        setIsAsked(true);
        return file !== null && day !== null;
      }}
      send={() => {
        if (file === null || day === null) throw new RangeError('asked before it is ready');
        return send(file.fileId, day);
      }}
      onClose={(done) => {
        onClose(done);
        if (done !== undefined) toastsStore.getState().show({ words: (say) => say('attached.kept') });
      }}
      onStale={onStale}
    >
      <p>
        <b>{about}</b>
      </p>
      <div className={formCss.line}>
        <Field
          label={file === null ? t('attached.pick') : t('attached.picked', { file: file.fileName })}
          problem={isAsked && file === null ? t('attached.noFile') : null}
        >
          {(ids) => (
            <Button id={ids.id} data-testid="attach-pick" onClick={() => void pick()}>
              {t('attached.pick')}
            </Button>
          )}
        </Field>
        <Field
          label={t('attached.showsOn')}
          hint={t('attached.showsOnHint')}
          problem={isAsked && day === null ? t('day.none') : null}
        >
          {(ids) => <DayInput ids={ids} text={typed} testId="attach-showsOn" onChange={setTyped} />}
        </Field>
      </div>
    </StepForm>
  );
}
