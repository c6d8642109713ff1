/** Who keeps a paper: one of the staff. */
import { useTranslation } from '../messages/translate.ts';
import type { SlotId } from '../../contract/ids.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';

interface CustodianFieldProps {
  readonly value: SlotId | null;
  readonly onChoose: (slotId: SlotId) => void;
}

export function CustodianField({ value, onChoose }: CustodianFieldProps) {
  const { t } = useTranslation();
  const { people } = useDesk();
  return (
    <Field label={t('papers.fields.custodian')}>
      {(ids) => (
        <Select
          ids={ids}
          required
          value={value}
          choices={people.map(({ slotId, displayName }) => ({ value: slotId, words: displayName }))}
          testId="paper-custodian"
          onChoose={onChoose}
        />
      )}
    </Field>
  );
}
