/** A draft in the editor, which comes with it and with nothing else of the desk. */
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { ProcedureBlock, ProcedureDocument } from '../../contract/procedures/views.ts';
import { MAX_TITLE } from '../../contract/procedures/lists.ts';
import { bridge } from '../bridge.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote, Note } from '../ui/Note.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useDocument } from './use-document.ts';

const Editor = lazy(() => import('./Editor.tsx').then((module) => ({ default: module.Editor })));

interface EditFormProps {
  readonly procedureId: number;
  readonly onClose: (saved?: ProcedureDocument) => void;
  readonly onStale: () => Promise<void>;
}

export function EditForm({ procedureId, ...form }: EditFormProps) {
  const { document, failure } = useDocument(procedureId, null);
  if (document === null)
    return failure === null ? <Waiting testId="procedure-reading" /> : <FailureNote failure={failure} />;
  return <DraftForm document={document} {...form} />;
}

interface DraftFormProps extends Omit<EditFormProps, 'procedureId'> {
  readonly document: ProcedureDocument;
}

function DraftForm({ document, onClose, onStale }: DraftFormProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(document.title);
  const [blocks, setBlocks] = useState<ProcedureBlock[]>(document.blocks);
  const [isEmpty, setIsEmpty] = useState(false);
  const labelId = useId();
  const markDirty = useUnsaved();
  return (
    <StepForm
      name="procedure-edit"
      focus="title"
      title={t('procedures.editTitle', { title: document.title })}
      yes={t('procedures.save')}
      isReady={() => {
        setIsEmpty(blocks.length === 0);
        return blocks.length > 0;
      }}
      send={() =>
        bridge.vault['procedures.saveDraft']({
          procedureId: document.procedureId,
          version: document.draft ?? 1,
          title,
          blocks,
        })
      }
      onClose={onClose}
      onStale={onStale}
    >
      <Field label={t('procedures.name')} className={cx(formCss.half)}>
        {(ids) => (
          <TextInput
            {...ids}
            required
            maxLength={MAX_TITLE}
            value={title}
            data-testid="procedure-title"
            onChange={(event) => {
              markDirty();
              setTitle(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <p id={labelId}>
        <b>{t('procedures.text')}</b>
      </p>
      <Suspense fallback={<Waiting testId="procedure-editor-reading" />}>
        <Editor
          labelId={labelId}
          blocks={document.blocks}
          onChange={(next) => {
            markDirty();
            setIsEmpty(false);
            setBlocks(next);
          }}
        />
      </Suspense>
      {isEmpty && (
        <Note kind="harm" live>
          <p>{t('procedures.nothingThere')}</p>
        </Note>
      )}
    </StepForm>
  );
}
