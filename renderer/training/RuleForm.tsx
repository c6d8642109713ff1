/** The rule by which training is passed, which an admin changes with their PIN. */
import { useTranslation } from '../messages/translate.ts';
import { GRACE_DAYS, PASS_MARKS, TRAINING_MONTHS } from '../../contract/training/lists.ts';
import type { TrainingLedger } from '../../contract/training/routes.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';

interface RuleFormProps {
  readonly rule: TrainingLedger['rule'];
  readonly onClose: (changed?: TrainingLedger) => void;
}

export function RuleForm({ rule, onClose }: RuleFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft(rule);
  return (
    <Form
      name="training-rule"
      title={t('training.rule.title')}
      lead={t('training.rule.lead')}
      yes={t('common.save')}
      ready={draft.pass !== rule.pass || draft.months !== rule.months || draft.graceDays !== rule.graceDays}
      pin="last"
      send={({ pin }) => bridge.vault['training.rule']({ ...draft, pin })}
      onClose={onClose}
    >
      <FieldLine>
        <SelectField
          {...of('pass')}
          label={t('training.rule.pass')}
          choices={choicesOf(PASS_MARKS, (mark) => `${mark}%`)}
          testId="training-pass"
        />
        <SelectField
          {...of('months')}
          label={t('training.rule.months')}
          choices={choicesOf(TRAINING_MONTHS, String)}
          testId="training-months"
        />
        <SelectField
          {...of('graceDays')}
          label={t('training.rule.graceDays')}
          choices={choicesOf(GRACE_DAYS, String)}
          testId="training-grace"
        />
      </FieldLine>
    </Form>
  );
}
