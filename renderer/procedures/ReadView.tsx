/** One document in full: any of its versions, beside another of them where somebody compares, as a file or on paper. */
import { useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { ProcedureView } from '../../contract/procedures/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { GiveButtons } from '../pages/GiveButtons.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import type { Choice } from '../ui/Select.tsx';
import { SelectField, OptionalSelectField } from '../ui/SelectField.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ComparedText, DocumentText } from './DocumentText.tsx';
import { OriginNote } from './OriginNote.tsx';
import { useDocument } from './use-document.ts';

/** The draft among the versions, which have numbers of 1 and more. */
const DRAFT = 0;

interface ReadViewProps {
  readonly procedure: ProcedureView;
  readonly onClose: () => void;
}

export function ReadView({ procedure, onClose }: ReadViewProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(procedure.versions[0]?.number ?? DRAFT);
  const [beside, setBeside] = useState<number | null>(null);
  const { procedureId } = procedure;
  const { document, failure } = useDocument(procedureId, idOf(procedure, shown));
  const other = useDocument(procedureId, beside === null ? undefined : idOf(procedure, beside));
  const which = { procedureId, versionId: idOf(procedure, shown) };
  const give = bridge.vault['procedures.give'];
  const choices = choicesOf(t, procedure);
  return (
    <section
      className={cx(pageCss.section, pageCss.reading)}
      aria-label={procedure.title}
      data-testid="procedure-read"
    >
      <h2 tabIndex={-1} ref={focusQuietly}>
        {document?.title ?? procedure.title}
      </h2>
      <FieldLine>
        <SelectField
          label={t('procedures.columns.version')}
          value={shown}
          choices={choices}
          testId="procedure-which"
          onChange={setShown}
        />
        {choices.length > 1 && (
          <OptionalSelectField
            label={t('procedures.compareWith')}
            value={beside}
            choices={choices.filter(({ value }) => value !== shown)}
            none={t('procedures.compareNone')}
            testId="procedure-compare"
            onChange={setBeside}
          />
        )}
      </FieldLine>
      <FailureNote failure={failure ?? other.failure} />
      {document === null && failure === null && <Waiting testId="procedure-reading" />}
      {document !== null && (
        <>
          {other.document === null || beside === shown ? (
            <DocumentText blocks={document.blocks} />
          ) : (
            <ComparedText was={other.document.blocks} is={document.blocks} />
          )}
          <OriginNote origin={document.origin} />
        </>
      )}
      <FormActions>
        <GiveButtons
          of="procedure"
          name="procedure"
          ask={(fileId) => give(fileId === undefined ? which : { ...which, fileId })}
        />
        <Button data-testid="procedure-back" onClick={onClose}>
          {t('procedures.back')}
        </Button>
      </FormActions>
    </section>
  );
}

const idOf = ({ versions }: ProcedureView, shown: number): number | null =>
  versions.find(({ number }) => number === shown)?.versionId ?? null;

const choicesOf = (t: Translate, { draft, versions }: ProcedureView): readonly Choice<number>[] => [
  ...(draft === null ? [] : [{ value: DRAFT, words: t('procedures.draft') }]),
  ...versions.map(({ number, publishedAt }) => ({
    value: number,
    words: t('procedures.versionAt', { number, day: formatDate(publishedAt) }),
  })),
];
