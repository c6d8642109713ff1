/** Documents one under the other, each asked for once the end of the one before was on the screen; what is signed under them comes after the last. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { Waiting } from '../ui/Waiting.tsx';
import { ComparedText, DocumentText } from './DocumentText.tsx';
import { OriginNote } from './OriginNote.tsx';
import { useDocument } from './use-document.ts';

/** A text that is to be read. */
interface ToRead {
  readonly procedureId: number;
  /** Null: the draft. */
  readonly versionId: number | null;
  readonly title: string;
  /** Version that it is compared with; null where there is none. */
  readonly before: number | null;
}

interface ReadToEndProps {
  /** At least one. */
  readonly documents: readonly ToRead[];
  /** How far it is. */
  readonly title: (at: number) => string;
  readonly testId: string;
  readonly onCancel: () => void;
  /** The form, once all were read. */
  readonly children: ReactNode;
}

export function ReadToEnd({ documents, title, testId, onCancel, children }: ReadToEndProps) {
  const { t } = useTranslation();
  const [read, setRead] = useState(0);
  const of = documents.length;
  return (
    <section className={cx(pageCss.section, pageCss.reading)} data-testid={testId}>
      <p className="quiet" role="status">
        {title(Math.min(read + 1, of))}
      </p>
      {/* The next one is asked for once this one was read: the vault signs nothing that it was not asked to show. */}
      {documents.slice(0, read + 1).map((document, at) => (
        <Shown
          key={`${document.procedureId}/${document.versionId}`}
          document={document}
          isFirst={at === 0}
          onRead={() => setRead((before) => Math.max(before, at + 1))}
        />
      ))}
      {read === of ? (
        children
      ) : (
        <FormActions>
          <Button data-testid={`${testId}-cancel`} onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <span className="quiet">{t('procedures.scroll')}</span>
        </FormActions>
      )}
    </section>
  );
}

interface ShownProps {
  readonly document: ToRead;
  readonly isFirst: boolean;
  /** Its end has been on the screen. */
  readonly onRead: () => void;
}

function Shown({
  document: { procedureId, versionId, title, before: compared },
  isFirst,
  onRead,
}: ShownProps) {
  const { t } = useTranslation();
  const { document, failure } = useDocument(procedureId, versionId);
  const before = useDocument(procedureId, compared ?? undefined);
  const [showsChanges, setShowsChanges] = useState(true);
  return (
    <>
      {/* That of the first has the focus, so that it is read out. */}
      <h2 tabIndex={-1} ref={isFirst ? focusQuietly : null}>
        {title}
      </h2>
      <FailureNote failure={failure} />
      {document === null && failure === null && <Waiting testId="procedure-reading" />}
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
      {document !== null && <OriginNote origin={document.origin} />}
      {document !== null && <End onShown={onRead} />}
    </>
  );
}

/** The end of a text: tells once that it is on the screen, by itself or scrolled there. */
function End({ onShown }: { readonly onShown: () => void }) {
  const end = useRef<HTMLSpanElement>(null);
  const tell = useRef(onShown);
  useEffect(() => {
    const look = (): void => {
      if (end.current !== null && end.current.getBoundingClientRect().bottom <= innerHeight) tell.current();
    };
    // Two frames, in which what stands above it finds its height.
    const frame = requestAnimationFrame(() => requestAnimationFrame(look));
    // A region that scrolls tells nobody above it.
    addEventListener('scroll', look, true);
    addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look, true);
      removeEventListener('resize', look);
    };
  }, []);
  return <span ref={end} data-testid="procedure-end" />;
}
