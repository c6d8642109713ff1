/** The two ways by which a document of the company leaves: to the printer, or to a file that is picked. */
import { useTranslation } from '../messages/translate.ts';
import type { FileId } from '../../contract/ids.ts';
import type { PdfKind } from '../../contract/paper.ts';
import type { Result } from '../../contract/result.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { useGiving } from './use-giving.ts';

interface GiveButtonsProps<Reply> {
  readonly of: PdfKind;
  /** Name of the document for assistive technology, where the buttons alone do not say it. */
  readonly about?: string;
  readonly weight?: 'normal' | 'plain';
  /** The route that makes it: for the printer without a file. */
  readonly ask: (fileId?: FileId) => Promise<Result<Reply>>;
  /** Test hooks: `<name>-print`, `<name>-save`. */
  readonly name: string;
}

export function GiveButtons<Reply>({ of, about, weight = 'normal', ask, name }: GiveButtonsProps<Reply>) {
  const { t } = useTranslation();
  const { busy, failure, print, save } = useGiving<Reply>();
  return (
    <>
      {(['print', 'save'] as const).map((way) => (
        <Button
          key={way}
          weight={weight}
          disabled={busy}
          aria-label={about === undefined ? undefined : `${t(`give.${way}`)} · ${about}`}
          data-testid={`${name}-${way}`}
          onClick={() => void (way === 'print' ? print(() => ask()) : save(of, ask))}
        >
          {t(`give.${way}`)}
        </Button>
      ))}
      <FailureNote failure={failure} />
    </>
  );
}
