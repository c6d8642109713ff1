/** Prints the answer to a resident's own request, once a supervisor says with their PIN that the visitor is that resident. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PersonId } from '../../contract/ids.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { resultOf } from '../ui/use-submit.ts';
import css from './access-history.module.css';

interface AnswerResidentProps {
  readonly personId: PersonId;
  readonly onClose: () => void;
}

export function AnswerResident({ personId, onClose }: AnswerResidentProps) {
  const { t } = useTranslation();
  const { answerResident } = useStore(accessHistoryStore);
  return (
    <Sheet title={t('accessHistory.answerTitle')} testId="answer-resident" onClose={onClose}>
      <Form
        name="answer"
        className={css.answer}
        label={t('accessHistory.answerTitle')}
        yes={t('accessHistory.answerPrint')}
        busyWords={t('accessHistory.printing')}
        refocus="second"
        inPlace
        send={({ second }) => resultOf(answerResident({ personId, supervisor: second }))}
        onClose={() => onClose()}
      >
        <p>{t('accessHistory.answerLead')}</p>
        <Note kind="warn">{t('accessHistory.answerDuty')}</Note>
        <FieldLine>
          <SecondPerson me="chosen" testId="answer-supervisor" autoFocus />
        </FieldLine>
      </Form>
    </Sheet>
  );
}
