/** That there is no paper: who has stated it and until when it counts, and the statement itself. */
import { useTranslation } from '../messages/translate.ts';
import { NO_PAPER_DAYS } from '../../contract/paper-register/lists.ts';
import type { NoPaper, PaperRegister } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';

interface NoPaperNoteProps {
  readonly noPaper: NoPaper | null;
  readonly onState: () => void;
}

/** Where no paper is kept or lost. */
export function NoPaperNote({ noPaper, onState }: NoPaperNoteProps) {
  const { t } = useTranslation();
  return (
    <>
      {noPaper !== null && (
        <Note kind={noPaper.isOver ? 'warn' : 'plain'} testId="paper-stated">
          <p>{t('papers.noPaper.stated', { name: noPaper.by, time: formatMoment(noPaper.at) })}</p>
          <p>{t(noPaper.isOver ? 'papers.noPaper.over' : 'papers.noPaper.until', { day: noPaper.until })}</p>
        </Note>
      )}
      <div>
        <Button data-testid="paper-state-none" onClick={onState}>
          {t(noPaper === null ? 'papers.noPaper.state' : 'papers.noPaper.again')}
        </Button>
      </div>
    </>
  );
}

interface NoPaperFormProps {
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function NoPaperForm(props: NoPaperFormProps) {
  const { t } = useTranslation();
  return (
    <Form
      {...props}
      name="paper"
      title={t('papers.noPaper.state')}
      lead={t('papers.noPaper.lead', { days: NO_PAPER_DAYS })}
      yes={t('papers.noPaper.state')}
      pin="alone"
      send={({ pin }) => bridge.vault['papers.stateNone']({ pin })}
    />
  );
}
