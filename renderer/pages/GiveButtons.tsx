/** The two ways by which a document of the company leaves: to the printer, or to a file that is picked. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FileId } from '../../contract/ids.ts';
import type { PdfKind } from '../../contract/paper.ts';
import type { Failure, Result } from '../../contract/result.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { printDocument, saveDocument } from './give-document.ts';

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
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const give = async (way: 'print' | 'save'): Promise<void> => {
    setIsBusy(true);
    const given = way === 'print' ? await printDocument(() => ask()) : await saveDocument(of, ask);
    setIsBusy(false);
    setFailure(given === null || given.ok ? null : given.error);
    if (given?.ok !== true) return;
    const { file, printed } = given.value;
    toastsStore.getState().show({
      words: (say) =>
        file === null ? say(printed ? 'give.printed' : 'give.notPrinted') : say('give.saved', { file }),
    });
  };
  return (
    <>
      {(['print', 'save'] as const).map((way) => (
        <Button
          key={way}
          weight={weight}
          disabled={isBusy}
          aria-label={about === undefined ? undefined : `${t(`give.${way}`)} · ${about}`}
          data-testid={`${name}-${way}`}
          onClick={() => void give(way)}
        >
          {t(`give.${way}`)}
        </Button>
      ))}
      <FailureNote failure={failure} />
    </>
  );
}
