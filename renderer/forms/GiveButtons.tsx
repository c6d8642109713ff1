/** A form leaves by itself, as a draft too: to the printer or to a file. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FormFill } from '../../contract/forms/routes.ts';
import type { FileId } from '../../contract/ids.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { type Given, printDocument, saveDocument } from '../pages/give-document.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { toastsStore } from '../ui/toasts.ts';

interface GiveButtonsProps {
  readonly fill: FormFill;
  /** Saves what was typed; null where that failed. */
  readonly before?: () => Promise<FormFill | null>;
}

type Reply = RouteReply<'forms.give'>;

export function GiveButtons({ fill: { fillId, state }, before }: GiveButtonsProps) {
  const { t } = useTranslation();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = (fileId?: FileId) =>
    bridge.vault['forms.give']({ fillId, ...(fileId === undefined ? {} : { fileId }) });
  const give = async (how: 'print' | 'pdf'): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    const isSaved = before === undefined || (await before()) !== null;
    const given = !isSaved
      ? null
      : await (how === 'print' ? printDocument(() => ask()) : saveDocument('form', ask));
    setIsBusy(false);
    if (given === null) return;
    if (given.ok) say(given.value);
    else setFailure(given.error);
  };
  return (
    <>
      <Button disabled={isBusy} data-testid="form-print" onClick={() => void give('print')}>
        {t(state === 'draft' ? 'forms.printDraft' : 'forms.print')}
      </Button>
      <Button disabled={isBusy} data-testid="form-pdf" onClick={() => void give('pdf')}>
        {t('forms.pdf')}
      </Button>
      <FailureNote failure={failure} />
    </>
  );
}

const say = ({ file, printed }: Given<Reply>): void =>
  toastsStore.getState().show({
    words: (t) =>
      file === null ? t(printed ? 'forms.printedAs' : 'forms.noPrinter') : t('forms.savedAs', { file }),
  });
