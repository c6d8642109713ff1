/** That there was no incident: who has stated it and until when it counts, and the statement itself. */
import { useTranslation } from '../messages/translate.ts';
import { NO_INCIDENT_DAYS } from '../../contract/incidents/lists.ts';
import type { IncidentBook } from '../../contract/incidents/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { Note } from '../ui/Note.tsx';

/** Once it was stated. */
export function StatedNote({ stated }: Pick<IncidentBook, 'stated'>) {
  const { t } = useTranslation();
  if (stated === null) return null;
  const { at, by, words, until, isOver } = stated;
  return (
    <Note kind={isOver ? 'warn' : 'plain'} testId="incident-stated">
      <p>{t('incidents.stateNone.stated', { name: by, time: formatMoment(at), words })}</p>
      <p>{t(isOver ? 'incidents.stateNone.over' : 'incidents.stateNone.until', { day: until })}</p>
    </Note>
  );
}

interface StateNoneFormProps {
  readonly onClose: (book?: IncidentBook) => void;
  readonly onStale: () => Promise<void>;
}

export function StateNoneForm(props: StateNoneFormProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...props}
      name="incident"
      title={t('incidents.stateNone.state')}
      lead={t('incidents.stateNone.lead', { days: NO_INCIDENT_DAYS })}
      words={t('incidents.stateNone.words')}
      yes={t('incidents.stateNone.state')}
      send={bridge.vault['incidents.stateNone']}
    />
  );
}
