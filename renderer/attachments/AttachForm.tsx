/** A file is attached: which, and the day of what it shows. The page knows its name alone; the vault reads it. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FileId } from '../../contract/ids.ts';
import type { Result } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayTyped, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';

interface AttachFormProps<Reply> {
  /** Name of the item that the file is attached to. */
  readonly about: string;
  readonly send: (fileId: FileId, showsOn: string) => Promise<Result<Reply>>;
  readonly onClose: (done?: Reply) => void;
  readonly onStale: () => Promise<void>;
}

interface Draft {
  readonly file: { readonly fileId: FileId; readonly fileName: string } | null;
  readonly showsOn: string;
}

export function AttachForm<Reply>({ about, send, ...form }: AttachFormProps<Reply>) {
  const { t } = useTranslation();
  const { draft, put, of } = useDraft<Draft>({ file: null, showsOn: today() });
  const [isMissing, setIsMissing] = useState(false);
  const { file } = draft;
  const pick = async (): Promise<void> => {
    const picked = await bridge.shell.pickFile({ use: 'attachment' });
    if (picked.ok && picked.value.file !== null) put({ file: picked.value.file });
  };
  return (
    <Form
      {...form}
      name="attach"
      title={t('attached.addTitle')}
      lead={
        <>
          <b>{about}</b> {t('attached.addLead')}
        </>
      }
      yes={t('attached.save')}
      send={() => (file === null ? setIsMissing(true) : send(file.fileId, dayTyped(draft.showsOn)))}
      toast={(say) => say('attached.kept')}
    >
      <FieldLine>
        <Field
          label={file === null ? t('attached.pick') : t('attached.picked', { file: file.fileName })}
          problem={isMissing && file === null ? t('attached.noFile') : null}
        >
          {(ids) => (
            <Button id={ids.id} data-testid="attach-pick" onClick={() => void pick()}>
              {t(file === null ? 'attached.pick' : 'attached.other')}
            </Button>
          )}
        </Field>
        <DayField
          {...of('showsOn')}
          label={t('attached.showsOn')}
          hint={t('attached.showsOnHint')}
          required
        />
      </FieldLine>
    </Form>
  );
}
