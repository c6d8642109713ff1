/** Form of the company's facts: who it is and how to reach it first, then what only documents say. */
import { isCompanyCode } from '../../contract/company/credit-code.ts';
import {
  COMPANY_FACTS,
  type CompanyFact,
  type CompanyFacts,
  MAX_FACT,
  USE_FACTS,
  USES,
} from '../../contract/company/lists.ts';
import type { CompanyView } from '../../contract/company/routes.ts';
import { bridge } from '../bridge.ts';
import { useTranslation } from '../messages/translate.ts';
import type { Role } from '../../contract/fields.ts';
import type { DeskPerson } from '../../contract/sign-in/views.ts';
import { useDesk } from '../pages/desk-context.ts';
import { appStore } from '../stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { OptionalSelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Those that stand beside each other. */
const ROWS: readonly (readonly CompanyFact[])[] = [
  ['company', 'creditCode'],
  ['address', 'estates'],
  ['informationOfficer', 'informationPhone'],
  ['complaintPhone', 'complaintMail'],
  ['seal', 'signatory'],
  ['networkOfficer', 'networkPhone'],
  ['dutyPhone', 'police'],
  ['cyberspace', 'street'],
];

interface CompanyFormProps {
  readonly facts: CompanyFacts;
  readonly onClose: (view?: CompanyView) => void;
}

export function CompanyForm({ facts: before, onClose }: CompanyFormProps) {
  const { t } = useTranslation();
  const { people } = useDesk();
  const { draft, put, of } = useDraft(() => draftOf(before, people));
  const hints = t('company.hints', { returnObjects: true }) as Partial<Record<CompanyFact, string>>;
  const field = (fact: CompanyFact) => ({
    ...of(fact),
    ...(fact === 'complaintPhone' ? { onChange: (phone: string) => put(phonesWith(draft, phone)) } : {}),
    label: t(`company.factNames.${fact}`),
    testId: `company-fact-${fact}`,
  });
  const checkCode = (code: string): string | null =>
    isCompanyCode(code.trim().toUpperCase()) ? null : t('company.badCode');
  return (
    <Form
      about=""
      name="company"
      focus="field"
      title={t('company.formTitle')}
      lead={t('company.formLead')}
      yes={t('common.save')}
      pin="last"
      send={({ pin }) => bridge.vault['company.change']({ facts: sent(draft), pin })}
      onClose={onClose}
      toast={(say) => say('company.saved')}
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
              {...(fact === 'creditCode' ? { validate: checkCode } : {})}
            />
          ))}
        </FieldLine>
      ))}
      <FieldLine>
        {USE_FACTS.map((fact) => (
          <OptionalSelectField
            key={fact}
            {...field(fact)}
            grow
            value={USES.find((use) => use === draft[fact]) ?? null}
            onChange={(use) => of(fact).onChange(use ?? '')}
            none={t('company.unstated')}
            choices={choicesOf(USES, (use) => t(`company.uses.${use}`))}
          />
        ))}
      </FieldLine>
      <DayField {...field('effectiveOn')} />
    </Form>
  );
}

/** What is not stated yet and known from elsewhere is proposed. */
function draftOf(before: CompanyFacts, people: readonly DeskPerson[]): CompanyFacts {
  const nameOf = (wanted: Role): string => people.find(({ role }) => role === wanted)?.displayName ?? '';
  const known: Partial<CompanyFacts> = {
    estates: appStore.getState().status?.estateName ?? '',
    informationOfficer: nameOf('supervisor'),
    networkOfficer: nameOf('admin'),
    seal: '公章',
    effectiveOn: today(),
  };
  return Object.fromEntries(
    COMPANY_FACTS.map((fact) => [fact, before[fact] === '' ? (known[fact] ?? '') : before[fact]]),
  ) as CompanyFacts;
}

/** The phone for requests as it is typed, with those of the officers, which are the same until one is typed there. */
const phonesWith = (draft: CompanyFacts, complaintPhone: string): Partial<CompanyFacts> => ({
  complaintPhone,
  ...Object.fromEntries(
    (['informationPhone', 'networkPhone'] as const)
      .filter((fact) => draft[fact] === '' || draft[fact] === draft.complaintPhone)
      .map((fact) => [fact, complaintPhone]),
  ),
});

/** As the vault takes it: the day as `2026-01-31`. */
const sent = (facts: CompanyFacts): CompanyFacts =>
  Object.fromEntries(
    COMPANY_FACTS.map((fact) => [
      fact,
      fact === 'effectiveOn' ? (dayFrom(facts[fact]) ?? '') : facts[fact].trim(),
    ]),
  ) as CompanyFacts;
