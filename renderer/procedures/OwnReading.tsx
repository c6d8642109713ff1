/** A document that whoever is signed in has signed, to read again. */
import { useTranslation } from '../messages/translate.ts';
import type { OwnDocument } from '../../contract/procedures/views.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { Waiting } from '../ui/Waiting.tsx';
import { DocumentText } from './DocumentText.tsx';
import { OriginNote } from './OriginNote.tsx';
import { useDocument } from './use-document.ts';

interface OwnReadingProps {
  readonly document: OwnDocument;
  readonly onClose: () => void;
}

export function OwnReading({ document: { procedureId, versionId, title }, onClose }: OwnReadingProps) {
  const { t } = useTranslation();
  const { document, failure } = useDocument(procedureId, versionId);
  return (
    <section
      className={cx(pageCss.section, pageCss.reading)}
      aria-label={title}
      data-testid="procedure-own-reading"
    >
      <h2 tabIndex={-1} ref={focusQuietly}>
        {title}
      </h2>
      <FailureNote failure={failure} />
      {document === null && failure === null && <Waiting testId="procedure-reading" />}
      {document !== null && (
        <>
          <DocumentText blocks={document.blocks} />
          <OriginNote origin={document.origin} />
        </>
      )}
      <FormActions>
        <Button data-testid="procedure-own-back" onClick={onClose}>
          {t('procedures.back')}
        </Button>
      </FormActions>
    </section>
  );
}
