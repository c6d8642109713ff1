/** What an authority is given of one person, whose record is open at the counter. */
import { useTranslation } from '../messages/translate.ts';
import type { RevealableFieldId } from '../../contract/fields.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { fieldsToExtract } from '../reveal/extract.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { GiveForm, type Made } from './GiveForm.tsx';
import { NO_RECIPIENT, type Recipient, RecipientFields, recipientTyped } from './RecipientFields.tsx';

export interface PersonFormProps {
  readonly person: MaskedPerson;
  readonly onClose: (made?: Made) => void;
}

interface ExtractDraft extends Recipient {
  readonly field: readonly RevealableFieldId[];
}

export function ExtractForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<ExtractDraft>({ ...NO_RECIPIENT, field: [] });
  return (
    <GiveForm
      title={t('disclosures.give.extract')}
      lead={t('disclosures.extractLead')}
      file="extract"
      isReady={() => draft.field.length > 0}
      send={({ pin }, fileId) => {
        const { recipient: authority, ...about } = recipientTyped(draft);
        return bridge.vault['disclosures.extract']({
          ...about,
          authority,
          fileId,
          personId: person.personId,
          fields: [...draft.field],
          pin,
        });
      }}
      onClose={onClose}
    >
      <About person={person} />
      <RecipientFields name={t('disclosures.authority')} purpose={t('disclosures.purpose')} of={of} />
      <SeveralChips
        {...of('field')}
        label={t('disclosures.fields')}
        choices={choicesOf(fieldsToExtract(person), (field) => t(`fields.${field}`))}
      />
    </GiveForm>
  );
}

/** Whose values are given. */
export function About({ person: { nameMask, rooms } }: Pick<PersonFormProps, 'person'>) {
  const { t } = useTranslation();
  const mask = [nameMask, ...rooms.slice(0, 2).map(({ label }) => label)].join(' ');
  return (
    <p>
      <b>{t('disclosures.person', { mask })}</b>
    </p>
  );
}
