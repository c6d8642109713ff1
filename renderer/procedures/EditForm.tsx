/** A draft in the editor, which comes with it and with nothing else of the desk. */
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { ProcedureBlock, ProcedureDocument } from '../../contract/procedures/views.ts';
import { MAX_TITLE } from '../../contract/procedures/lists.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Form } from '../ui/Form.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useDocument } from './use-document.ts';

const Editor = lazy(() => import('./Editor.tsx').then((module) => ({ default: module.Editor })));

interface EditFormProps {
  readonly procedureId: number;
  readonly onClose: (saved?: ProcedureDocument) => Promise<void>;
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

interface Draft {
  readonly title: string;
  readonly blocks: ProcedureBlock[];
}

function DraftForm({ document, ...form }: DraftFormProps) {
  const { t } = useTranslation();
  const { draft, put, of } = useDraft<Draft>({ title: document.title, blocks: document.blocks });
  const [isEmpty, setIsEmpty] = useState(false);
  const labelId = useId();
  return (
    <Form
      {...form}
      about={document.procedureId}
      name="procedure-edit"
      title={t('procedures.editTitle', { title: document.title })}
      yes={t('procedures.save')}
      send={() =>
        draft.blocks.length === 0
          ? setIsEmpty(true)
          : bridge.vault['procedures.saveDraft']({
              procedureId: document.procedureId,
              version: document.draft ?? 1,
              ...draft,
            })
      }
    >
      <TextField
        {...of('title')}
        label={t('procedures.name')}
        required
        maxLength={MAX_TITLE}
        testId="procedure-title"
      />
      <p id={labelId}>
        <b>{t('procedures.text')}</b>
      </p>
      <Suspense fallback={<Waiting testId="procedure-editor-reading" />}>
        <Editor
          labelId={labelId}
          blocks={document.blocks}
          onChange={(blocks) => {
            setIsEmpty(false);
            put({ blocks });
          }}
        />
      </Suspense>
      {isEmpty && (
        <Note kind="harm" live>
          <p>{t('procedures.nothingThere')}</p>
        </Note>
      )}
    </Form>
  );
}
