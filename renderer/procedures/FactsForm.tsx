/** Form for the facts of the company, stated once for all documents: every gap of every draft in one form. */
import { useTranslation } from '../messages/translate.ts';
import { COMPANY_FACTS, type CompanyFact, MAX_FACT } from '../../contract/procedures/lists.ts';
import type { CompanyFacts, ProcedureRegister } from '../../contract/procedures/views.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';

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
  const { draft, of } = useDraft(before);
  const hints = t('procedures.factHints', { returnObjects: true }) as Partial<Record<CompanyFact, string>>;
  const field = (fact: CompanyFact) => ({
    ...of(fact),
    label: t(`procedures.factNames.${fact}`),
    testId: `procedure-fact-${fact}`,
  });
  return (
    <Form
      about=""
      name="procedure-facts"
      focus="field"
      title={t('procedures.factsTitle')}
      lead={t('procedures.factsLead')}
      yes={t('procedures.factsSave')}
      send={() => bridge.vault['procedures.saveFacts']({ facts: sent(draft) })}
      onClose={onClose}
    >
      {ROWS.map((row) => (
        <FieldLine key={row[0]}>
          {row.map((fact) => (
            <TextField
              key={fact}
              {...field(fact)}
              hint={hints[fact]}
              grow
              autoFocus={fact === 'company'}
              maxLength={MAX_FACT}
            />
          ))}
        </FieldLine>
      ))}
      {draft.keptFor !== '' && (
        <p className="quiet" data-testid="procedure-kept-for">
          {t('procedures.keptByRules', { words: draft.keptFor })}
        </p>
      )}
      <DayField {...field('effectiveOn')} half />
    </Form>
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
