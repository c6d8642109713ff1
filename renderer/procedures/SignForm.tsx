/** Form that shows the documents that wait for a signature, one after the other, and takes the PIN that signs all of them. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { OwnDocument, OwnList } from '../../contract/procedures/views.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { Form } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { Waiting } from '../ui/Waiting.tsx';
import { ComparedText, DocumentText } from './DocumentText.tsx';
import { OriginNote } from './OriginNote.tsx';
import { useDocument } from './use-document.ts';

interface SignFormProps {
  /** At least one. */
  readonly documents: readonly OwnDocument[];
  readonly onClose: (signed?: OwnList) => void | Promise<void>;
  readonly onStale: () => Promise<void>;
}

export function SignForm({ documents, onClose, onStale }: SignFormProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const shown = documents[at];
  const { document, failure } = useDocument(shown?.procedureId ?? 0, shown?.versionId);
  const before = useDocument(shown?.procedureId ?? 0, shown?.signedBefore ?? undefined);
  const [showsChanges, setShowsChanges] = useState(true);
  const isLast = at === documents.length - 1;
  return (
    <section className={cx(pageCss.section, pageCss.pending)} data-testid="procedure-sign">
      <p className="quiet">{t('procedures.signTitle', { at: at + 1, of: documents.length })}</p>
      {/* Anew with each document, so that it is read out and begins at its top. */}
      <h2 key={at} tabIndex={-1} ref={focusQuietly}>
        {shown?.title}
      </h2>
      <FailureNote failure={failure} />
      {document === null && failure === null && <Waiting testId="procedure-reading" />}
      {document !== null && <OriginNote origin={document.origin} />}
      {before.document !== null && (
        <Chip type="checkbox" chosen={showsChanges} testId="procedure-changes" onChoose={setShowsChanges}>
          {t('procedures.changes')}
        </Chip>
      )}
      {document !== null && before.document !== null && showsChanges && (
        <ComparedText was={before.document.blocks} is={document.blocks} />
      )}
      {document !== null && (before.document === null || !showsChanges) && (
        <DocumentText blocks={document.blocks} />
      )}
      {document !== null && isLast && (
        <Form
          name="procedure-sign"
          title={t('procedures.sign')}
          lead={t('procedures.signLead')}
          yes={t('procedures.signYes', { count: documents.length })}
          pin="last"
          send={({ pin }) =>
            bridge.vault['procedures.sign']({
              versions: documents.map(({ versionId, sha256 }) => ({ versionId, sha256 })),
              pin,
            })
          }
          onClose={onClose}
          onStale={onStale}
        />
      )}
      {!isLast && (
        <FormActions>
          <Button
            weight="main"
            disabled={document === null}
            data-testid="procedure-next"
            onClick={() => setAt(at + 1)}
          >
            {t('procedures.next')}
          </Button>
          {at > 0 && (
            <Button data-testid="procedure-previous" onClick={() => setAt(at - 1)}>
              {t('procedures.previous')}
            </Button>
          )}
          <Button data-testid="procedure-sign-cancel" onClick={() => void onClose()}>
            {t('common.cancel')}
          </Button>
        </FormActions>
      )}
    </section>
  );
}
