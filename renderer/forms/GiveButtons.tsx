/** A form leaves by itself, as a draft too: to the printer or to a file. */
import { useTranslation } from '../messages/translate.ts';
import type { FormFill } from '../../contract/forms/routes.ts';
import type { FileId } from '../../contract/ids.ts';
import { bridge } from '../bridge.ts';
import { useGiving } from '../pages/use-giving.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';

interface GiveButtonsProps {
  readonly fill: FormFill;
  /** Saves what was typed; null where that failed. */
  readonly before?: () => Promise<FormFill | null>;
}

export function GiveButtons({ fill: { fillId, state }, before }: GiveButtonsProps) {
  const { t } = useTranslation();
  const { busy, failure, print, save } = useGiving();
  const ask = (fileId?: FileId) =>
    bridge.vault['forms.give']({ fillId, ...(fileId === undefined ? {} : { fileId }) });
  const give = async (how: 'print' | 'pdf'): Promise<void> => {
    if (before !== undefined && (await before()) === null) return;
    await (how === 'print' ? print(() => ask()) : save('form', ask));
  };
  return (
    <>
      <Button disabled={busy} data-testid="form-print" onClick={() => void give('print')}>
        {t(state === 'draft' ? 'forms.printDraft' : 'give.print')}
      </Button>
      <Button disabled={busy} data-testid="form-pdf" onClick={() => void give('pdf')}>
        {t('give.save')}
      </Button>
      <FailureNote failure={failure} />
    </>
  );
}
