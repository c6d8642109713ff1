/** Documents that the signed-in person has to sign, and those that they have signed. */
import { useTranslation } from '../messages/translate.ts';
import type { OwnDocument } from '../../contract/procedures/views.ts';
import { formatDate } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import pageCss from '../ui/page.module.css';

interface OwnDocumentsProps {
  readonly documents: readonly OwnDocument[];
  /** The signed ones too, and a word where nothing waits: it is all that the page has. */
  readonly alone: boolean;
  readonly onSign: (documents: readonly OwnDocument[]) => void;
  /** Where they can be read here. */
  readonly onRead?: (document: OwnDocument) => void;
}

export function OwnDocuments({ documents, alone, onSign, onRead }: OwnDocumentsProps) {
  const { t } = useTranslation();
  const due = documents.filter((one) => one.due);
  const signed = documents.filter((one) => !one.due);
  if (due.length === 0 && !alone) return null;
  return (
    <>
      {due.length === 0 && (
        <EmptyState drawing="note" words={t('procedures.ownNone')} testId="procedures-none-due" />
      )}
      {due.length > 0 && (
        <section
          className={cx(pageCss.section, pageCss.pending)}
          aria-label={t('procedures.own')}
          data-testid="procedures-due"
        >
          <h2>{t('procedures.own')}</h2>
          <Documents documents={due} />
          <div className="line3">
            <Button weight="main" data-testid="procedure-sign-begin" onClick={() => onSign(due)}>
              {t('procedures.sign')}
            </Button>
          </div>
        </section>
      )}
      {alone && signed.length > 0 && (
        <section className={cx(pageCss.section)} aria-label={t('procedures.ownAll')}>
          <h2>{t('procedures.ownAll')}</h2>
          <Documents documents={signed} onRead={onRead} />
        </section>
      )}
    </>
  );
}

interface DocumentsProps {
  readonly documents: readonly OwnDocument[];
  readonly onRead?: ((document: OwnDocument) => void) | undefined;
}

function Documents({ documents, onRead }: DocumentsProps) {
  const { t } = useTranslation();
  return (
    <ul>
      {documents.map((document) => {
        const { versionId, title, number, signedAt, againOn } = document;
        return (
          <li key={versionId} data-testid="procedure-own">
            {title} <span className="quiet">{t('procedures.version', { number })}</span>{' '}
            {signedAt !== null && (
              <span className="quiet">{t('procedures.signedDay', { day: formatDate(signedAt) })}</span>
            )}{' '}
            {againOn !== null && <span className="quiet">{t('procedures.again', { day: againOn })}</span>}
            {onRead !== undefined && (
              <Button
                weight="plain"
                aria-label={t('procedures.readOwn', { title })}
                data-testid="procedure-own-read"
                onClick={() => onRead(document)}
              >
                {t('procedures.read')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
