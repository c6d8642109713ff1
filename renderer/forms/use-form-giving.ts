/** A form leaves by itself, as a draft too: to the printer or to a file. */
import { useTranslation } from '../messages/translate.ts';
import type { FormFill } from '../../contract/forms/routes.ts';
import type { FileId } from '../../contract/ids.ts';
import { bridge } from '../bridge.ts';
import { useGiving } from '../pages/use-giving.ts';
import type { Action } from '../ui/Actions.tsx';

/** The two ways, as actions. `before` saves what was typed; null where that failed. */
export function useFormGiving({ fillId, state }: FormFill, before?: () => Promise<FormFill | null>) {
  const { t } = useTranslation();
  const { busy: disabled, failure, print, save } = useGiving();
  const ask = (fileId?: FileId) =>
    bridge.vault['forms.give']({ fillId, ...(fileId === undefined ? {} : { fileId }) });
  const give = async (how: 'print' | 'pdf'): Promise<void> => {
    if (before !== undefined && (await before()) === null) return;
    await (how === 'print' ? print(() => ask()) : save('form', ask));
  };
  const actions: readonly Action[] = [
    {
      testId: 'form-print',
      words: t(state === 'draft' ? 'forms.printDraft' : 'give.print'),
      disabled,
      run: () => void give('print'),
    },
    { testId: 'form-pdf', words: t('give.save'), disabled, run: () => void give('pdf') },
  ];
  return { failure, actions };
}
