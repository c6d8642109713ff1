/** What the company says of itself, once for all documents: every gap of every draft in one form. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { COMPANY_FACTS, type CompanyFact, MAX_FACT } from '../../contract/procedures/lists.ts';
import type { CompanyFacts, ProcedureRegister } from '../../contract/procedures/views.ts';
import { bridge } from '../bridge.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { cx } from '../ui/cx.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextInput } from '../ui/TextInput.tsx';

/** Those that stand beside each other. */
const ROWS: readonly (readonly CompanyFact[])[] = [
  ['company', 'address'],
  ['signatory', 'seal'],
  ['informationOfficer', 'informationPhone'],
  ['networkOfficer', 'networkPhone'],
  ['complaintPhone', 'dutyPhone'],
  ['police'],
];

interface FactsFormProps {
  readonly facts: CompanyFacts;
  readonly onClose: (register?: ProcedureRegister) => void;
}

export function FactsForm({ facts: before, onClose }: FactsFormProps) {
  const { t } = useTranslation();
  const [facts, setFacts] = useState(before);
  const [isAsked, setIsAsked] = useState(false);
  const markDirty = useUnsaved();
  const { effectiveOn } = facts;
  const isNoDay = effectiveOn.trim() !== '' && dayFrom(effectiveOn) === null;
  const put = (fact: CompanyFact, value: string): void => {
    markDirty();
    setIsAsked(false);
    setFacts((now) => ({ ...now, [fact]: value }));
  };
  const hints = t('procedures.factHints', { returnObjects: true }) as Partial<Record<CompanyFact, string>>;
  return (
    <StepForm
      name="procedure-facts"
      focus="field"
      title={t('procedures.factsTitle')}
      lead={t('procedures.factsLead')}
      yes={t('procedures.factsSave')}
      isReady={() => {
        setIsAsked(true);
        return !isNoDay;
      }}
      send={() => bridge.vault['procedures.saveFacts']({ facts: sent(facts) })}
      onClose={onClose}
    >
      {ROWS.map((row) => (
        <div key={row[0]} className={cx(formCss.line)}>
          {row.map((fact) => (
            <Field
              key={fact}
              label={t(`procedures.factNames.${fact}`)}
              hint={hints[fact]}
              className={formCss.grow}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  autoFocus={fact === 'company'}
                  maxLength={MAX_FACT}
                  value={facts[fact]}
                  data-testid={`procedure-fact-${fact}`}
                  onChange={(event) => put(fact, event.currentTarget.value)}
                />
              )}
            </Field>
          ))}
        </div>
      ))}
      {facts.keptFor !== '' && (
        <p className="quiet" data-testid="procedure-kept-for">
          {t('procedures.keptByRules', { words: facts.keptFor })}
        </p>
      )}
      <Field
        label={t('procedures.factNames.effectiveOn')}
        className={formCss.half}
        problem={isAsked && isNoDay ? t('day.none') : null}
      >
        {(ids) => (
          <DayInput
            ids={ids}
            text={effectiveOn}
            testId="procedure-fact-effectiveOn"
            onChange={(text) => put('effectiveOn', text)}
            onDone={() => setIsAsked(true)}
          />
        )}
      </Field>
    </StepForm>
  );
}

/** As the vault takes it: the day as `2026-01-31`. */
const sent = (facts: CompanyFacts): CompanyFacts =>
  Object.fromEntries(
    COMPANY_FACTS.map((fact) => [
      fact,
      fact === 'effectiveOn' ? (dayFrom(facts[fact]) ?? '') : facts[fact].trim(),
    ]),
  ) as CompanyFacts;
