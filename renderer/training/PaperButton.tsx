/** Opens a quiz as it was answered, in the words of its time. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { QuizPaper, TrainingResult } from '../../contract/training/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { Answers } from './QuizResult.tsx';

export function PaperButton({ result: { at, paper } }: { readonly result: TrainingResult }) {
  const { t } = useTranslation();
  const { failure, busy, submit } = useSubmit();
  const [shown, setShown] = useState<QuizPaper | null>(null);
  const title = t('training.paperOf', { time: formatMoment(at) });
  return (
    <>
      <Button
        weight="plain"
        disabled={busy}
        data-testid="training-paper"
        onClick={() => void submit(() => bridge.vault['training.paper']({ paper }), setShown)}
      >
        {t('training.paper')}
        <span className="hidden-text"> {title}</span>
      </Button>
      <FailureNote failure={failure} />
      {shown !== null && (
        <Overlay look="sheet" wide title={title} testId="training-paper-sheet" onClose={() => setShown(null)}>
          <Answers paper={shown} />
        </Overlay>
      )}
    </>
  );
}
