/** Who keeps a paper: one of the staff. */
import { useTranslation } from '../messages/translate.ts';
import type { SlotId } from '../../contract/ids.ts';
import { useDesk } from '../pages/desk-context.ts';
import type { Bound } from '../ui/form-scope.ts';
import { SelectField } from '../ui/SelectField.tsx';

export function CustodianField(custodian: Bound<SlotId | null, SlotId>) {
  const { t } = useTranslation();
  const { people } = useDesk();
  return (
    <SelectField
      {...custodian}
      label={t('papers.columns.custodian')}
      required
      choices={people.map(({ slotId, displayName }) => ({ value: slotId, words: displayName }))}
    />
  );
}
