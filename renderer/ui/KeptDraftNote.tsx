/** Offers what was typed into the form before a lock, and says what of it could not be typed again. */
import { formatClock } from '../messages/format.ts';
import { useTranslation } from '../messages/translate.ts';
import { Button } from './Button.tsx';
import type { OfferedDraft } from './draft-keeping.ts';
import { Note } from './Note.tsx';

export function KeptDraftNote({
  offer,
  missing,
}: {
  readonly offer: OfferedDraft | null;
  readonly missing: number;
}) {
  const { t } = useTranslation();
  if (offer === null)
    return missing === 0 ? null : (
      <Note kind="warn" live testId="draft-missing">
        {t('draft.missing', { count: missing })}
      </Note>
    );
  return (
    <Note testId="draft-offer">
      {t('draft.offer', { time: formatClock(offer.at) })}{' '}
      <Button weight="plain" data-testid="draft-take" onClick={() => void offer.take()}>
        {t('draft.take')}
      </Button>{' '}
      <Button weight="plain" data-testid="draft-decline" onClick={offer.decline}>
        {t('draft.decline')}
      </Button>
    </Note>
  );
}
