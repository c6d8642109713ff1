/** Prints the answer to a resident's own request, once a supervisor says with their PIN that the visitor is that resident. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PersonId } from '../../contract/ids.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Form } from '../ui/Form.tsx';
import { resultOf } from '../ui/use-submit.ts';

interface AnswerResidentProps {
  readonly personId: PersonId;
  readonly onClose: () => void;
}

export function AnswerResident({ personId, onClose }: AnswerResidentProps) {
  const { t } = useTranslation();
  const { answerResident } = useStore(accessHistoryStore);
  return (
    <Form
      name="answer"
      testIds={{ form: 'answer-resident' }}
      title={t('accessHistory.answerTitle')}
      lead={t('accessHistory.answerLead')}
      yes={t('accessHistory.answerPrint')}
      busyWords={t('accessHistory.printing')}
      focus="field"
      refocus="second"
      send={({ second }) => resultOf(answerResident({ personId, supervisor: second }))}
      onClose={() => onClose()}
    >
      <p>{t('accessHistory.answerDuty')}</p>
      <SecondPerson me="chosen" testId="answer-supervisor" autoFocus />
    </Form>
  );
}
