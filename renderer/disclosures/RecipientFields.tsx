/** Whom outside something is for: who, by which officer and document, what for, until when. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_DISCLOSURE_WORDS, MAX_KEPT_DAYS } from '../../contract/disclosures/lists.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextInput } from '../ui/TextInput.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

/** As typed. */
export interface Recipient {
  readonly recipient: string;
  readonly officer: string;
  readonly document: string;
  readonly purpose: string;
  readonly dueOn: string;
}
export const NO_RECIPIENT: Recipient = { recipient: '', officer: '', document: '', purpose: '', dueOn: '' };

const DAY_MS = 86_400_000;

/** As the vault takes it; null while something is missing. */
export function finishRecipient({
  recipient,
  officer,
  document,
  purpose,
  dueOn,
}: Recipient): Recipient | null {
  const day = dayWithin(dueOn);
  const said =
    [recipient, officer, document].every((text) => text.trim().length >= 2) && isReasonValid(purpose);
  return said && day !== null
    ? {
        recipient: recipient.trim(),
        officer: officer.trim(),
        document: document.trim(),
        purpose: purpose.trim(),
        dueOn: day,
      }
    : null;
}

/** The typed day where it is from tomorrow on and within a year, else null. */
function dayWithin(text: string): string | null {
  const day = dayFrom(text);
  if (day === null) return null;
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MS);
  return days >= 1 && days <= MAX_KEPT_DAYS ? day : null;
}

interface RecipientFieldsProps {
  /** What the first is called. */
  readonly name: string;
  readonly value: Recipient;
  /** It was tried: what is missing is said. */
  readonly isAsked: boolean;
  readonly onChange: (value: Recipient) => void;
}

export function RecipientFields({ name, value, isAsked, onChange }: RecipientFieldsProps) {
  const { t } = useTranslation();
  const text = (part: 'recipient' | 'officer' | 'document', label: string) => (
    <Field label={label} className={formCss.grow}>
      {(ids) => (
        <TextInput
          {...ids}
          required
          minLength={2}
          maxLength={MAX_DISCLOSURE_WORDS}
          value={value[part]}
          data-testid={`disclosure-${part}`}
          onChange={(event) => onChange({ ...value, [part]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className={formCss.line}>
        {text('recipient', name)}
        {text('officer', t('disclosures.officer'))}
        {text('document', t('disclosures.document'))}
      </div>
      <div className={formCss.line}>
        <WordsField
          label={t('disclosures.purpose')}
          className={formCss.grow}
          value={value.purpose}
          testId="disclosure-purpose"
          onChange={(purpose) => onChange({ ...value, purpose })}
        />
        <Field
          label={t('disclosures.dueOn')}
          hint={t('disclosures.dueHint')}
          problem={isAsked && dayWithin(value.dueOn) === null ? t('disclosures.badDay') : null}
        >
          {(ids) => (
            <DayInput
              ids={ids}
              text={value.dueOn}
              testId="disclosure-dueOn"
              onChange={(dueOn) => onChange({ ...value, dueOn })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
