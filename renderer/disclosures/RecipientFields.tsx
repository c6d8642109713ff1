/** Whom outside something is for: who, by which officer and document, what for, until when. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_DISCLOSURE_WORDS, MAX_KEPT_DAYS } from '../../contract/disclosures/lists.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayTyped, today } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import type { Bound } from '../ui/form-scope.ts';
import { TextField } from '../ui/TextField.tsx';
import { WordsField } from '../ui/WordsField.tsx';

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

/** As the vault takes it. */
export const recipientTyped = ({ recipient, officer, document, purpose, dueOn }: Recipient): Recipient => ({
  recipient: recipient.trim(),
  officer: officer.trim(),
  document: document.trim(),
  purpose: purpose.trim(),
  dueOn: dayTyped(dueOn),
});

/** From tomorrow on and within a year. */
function isWithin(day: string): boolean {
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MS);
  return days >= 1 && days <= MAX_KEPT_DAYS;
}

interface RecipientFieldsProps {
  /** Label of the first input. */
  readonly name: string;
  /** Label of the purpose. */
  readonly purpose: string;
  readonly of: (part: keyof Recipient) => Bound<string>;
}

export function RecipientFields({ name, purpose, of }: RecipientFieldsProps) {
  const { t } = useTranslation();
  const words = { grow: true, required: true, minLength: 2, maxLength: MAX_DISCLOSURE_WORDS };
  return (
    <>
      <FieldLine>
        <TextField {...of('recipient')} {...words} label={name} />
        <TextField {...of('officer')} {...words} label={t('disclosures.facts.officer')} />
        <TextField {...of('document')} {...words} label={t('disclosures.document')} />
      </FieldLine>
      <FieldLine>
        <WordsField {...of('purpose')} label={purpose} grow />
        <DayField
          {...of('dueOn')}
          label={t('disclosures.dueOn')}
          hint={t('disclosures.dueHint')}
          required
          missing={t('disclosures.badDay')}
          validate={(day) => (isWithin(day) ? null : t('disclosures.badDay'))}
        />
      </FieldLine>
    </>
  );
}
