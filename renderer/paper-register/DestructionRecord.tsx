/** The record of a paper's destruction: to the printer, or to a file. */
import { useTranslation } from '../messages/translate.ts';
import type { PaperView } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { useGiving } from '../pages/use-giving.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';

export function DestructionRecord({ paperId }: Pick<PaperView, 'paperId'>) {
  const { t } = useTranslation();
  const { busy, failure, print, save } = useGiving();
  const ask = bridge.vault['papers.record'];
  return (
    <>
      <Button disabled={busy} data-testid="paper-record" onClick={() => void print(() => ask({ paperId }))}>
        {t('papers.record')}
      </Button>
      <Button
        disabled={busy}
        data-testid="paper-record-file"
        onClick={() => void save('destruction', (fileId) => ask({ paperId, fileId }))}
      >
        {t('papers.recordFile')}
      </Button>
      <FailureNote failure={failure} />
    </>
  );
}
