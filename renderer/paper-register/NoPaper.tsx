/** That there is no paper: who has stated it and until when it counts, and the statement itself. */
import { useTranslation } from '../messages/translate.ts';
import { NO_PAPER_DAYS } from '../../contract/paper-register/lists.ts';
import type { PaperRegister } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';

/** Where no paper is kept or lost. */
export function NoPaperNote({ noPaper }: Pick<PaperRegister, 'noPaper'>) {
  const { t } = useTranslation();
  if (noPaper === null) return null;
  return (
    <Note kind={noPaper.isOver ? 'warn' : 'plain'} testId="paper-stated">
      <p>{t('papers.noPaper.stated', { name: noPaper.by, time: formatMoment(noPaper.at) })}</p>
      <p>{t(noPaper.isOver ? 'papers.noPaper.over' : 'papers.noPaper.until', { day: noPaper.until })}</p>
    </Note>
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
