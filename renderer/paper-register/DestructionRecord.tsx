/** The record of a paper's destruction: to the printer, or to a file. */
import { useTranslation } from '../messages/translate.ts';
import type { PaperView } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { type Given, printDocument, saveDocument } from '../pages/give-document.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';

/** Nobody has picked a file. */
const NOT_GIVEN = { ok: true, value: null } as const;

export function DestructionRecord({ paperId }: Pick<PaperView, 'paperId'>) {
  const { t } = useTranslation();
  const { busy, failure, submit } = useSubmit();
  const ask = bridge.vault['papers.record'];
  return (
    <>
      <Button
        disabled={busy}
        data-testid="paper-record"
        onClick={() => void submit(() => printDocument(() => ask({ paperId })), ignored)}
      >
        {t('papers.record')}
      </Button>
      <Button
        disabled={busy}
        data-testid="paper-record-file"
        onClick={() =>
          void submit<Given<unknown> | null>(
            async () =>
              (await saveDocument('destruction', (fileId) => ask({ paperId, fileId }))) ?? NOT_GIVEN,
            tellSaved,
          )
        }
      >
        {t('papers.recordFile')}
      </Button>
      <FailureNote failure={failure} />
    </>
  );
}

const ignored = (): void => undefined;
const tellSaved = (given: Given<unknown> | null): void => {
  if (given !== null)
    toastsStore.getState().show({ words: (say) => say('papers.recordSaved', { file: given.file }) });
};
