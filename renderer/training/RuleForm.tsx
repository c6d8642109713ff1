/** The rule by which training is passed, which an admin changes with their PIN. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { PASS_MARKS, TRAINING_MONTHS } from '../../contract/training/lists.ts';
import type { TrainingLedger } from '../../contract/training/routes.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Select } from '../ui/Select.tsx';

interface RuleFormProps {
  readonly rule: TrainingLedger['rule'];
  readonly onClose: (changed?: TrainingLedger) => void;
}

export function RuleForm({ rule, onClose }: RuleFormProps) {
  const { t } = useTranslation();
  const [pass, setPass] = useState(rule.pass);
  const [months, setMonths] = useState(rule.months);
  return (
    <PinForm
      name="training-rule"
      title={t('training.rule.title')}
      lead={t('training.rule.lead')}
      yes={t('training.rule.save')}
      ready={pass !== rule.pass || months !== rule.months}
      send={(pin) => bridge.vault['training.rule']({ pass, months, pin })}
      onClose={onClose}
    >
      <div className={cx(formCss.line)}>
        <Field label={t('training.rule.pass')}>
          {(ids) => (
            <Select
              ids={ids}
              value={pass}
              choices={PASS_MARKS.map((mark) => ({ value: mark, words: `${mark}%` }))}
              testId="training-pass"
              onChoose={setPass}
            />
          )}
        </Field>
        <Field label={t('training.rule.months')}>
          {(ids) => (
            <Select
              ids={ids}
              value={months}
              choices={TRAINING_MONTHS.map((count) => ({ value: count, words: String(count) }))}
              testId="training-months"
              onChoose={setMonths}
            />
          )}
        </Field>
      </div>
    </PinForm>
  );
}
