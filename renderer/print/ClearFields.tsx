/** Which values of a record are printed in clear: none, unless each is chosen by its name. */
import { useTranslation } from '../messages/translate.ts';
import type { MaskedField, MaskedPerson } from '../../contract/people/views.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { Note } from '../ui/Note.tsx';

/** Tells a value from the others of its record. */
export const clearKey = ({ field, ordinal }: Pick<MaskedField, 'field' | 'ordinal'>): string =>
  `${field}-${ordinal}`;

interface ClearFieldsProps {
  readonly person: MaskedPerson;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

export function ClearFields({ person, chosen, onChoose }: ClearFieldsProps) {
  const { t } = useTranslation();
  const options = person.fields
    .filter(({ field, access }) => field !== 'sex' && access !== 'shown')
    .map((shown) => ({ id: clearKey(shown), label: `${t(`fields.${shown.field}`)} ${shown.mask}` }));
  const named = person.fields
    .filter((shown) => chosen.includes(clearKey(shown)))
    .map(({ field }) => t(`fields.${field}`));
  return (
    <>
      <SeveralChips
        label={t('print.clear')}
        options={options}
        chosen={chosen}
        onChoose={onChoose}
        testId="print-clear"
      />
      {named.length === 0 ? (
        <p className="quiet">{t('print.clearNone')}</p>
      ) : (
        <Note kind="warn" testId="print-clear-warning">
          {t('print.clearSome', { count: named.length, fields: named.join(t('print.comma')) })}
        </Note>
      )}
    </>
  );
}
