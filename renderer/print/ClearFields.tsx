/** Which values of a record are printed in clear: none, unless each is chosen by its name. */
import { useTranslation } from '../messages/translate.ts';
import type { MaskedField, MaskedPerson } from '../../contract/people/views.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import type { Bound } from '../ui/form-scope.ts';
import { Note } from '../ui/Note.tsx';

/** Tells a value from the others of its record. */
export const clearKey = ({ field, ordinal }: Pick<MaskedField, 'field' | 'ordinal'>): string =>
  `${field}-${ordinal}`;

interface ClearFieldsProps extends Bound<readonly string[]> {
  readonly person: MaskedPerson;
}

export function ClearFields({ person, ...clear }: ClearFieldsProps) {
  const { t } = useTranslation();
  const named = person.fields
    .filter((shown) => clear.value.includes(clearKey(shown)))
    .map(({ field }) => t(`fields.${field}`));
  return (
    <>
      <SeveralChips
        {...clear}
        label={t('print.clear')}
        choices={person.fields
          .filter(({ field, access }) => field !== 'sex' && access !== 'shown')
          .map((shown) => ({ value: clearKey(shown), words: `${t(`fields.${shown.field}`)} ${shown.mask}` }))}
      />
      {named.length === 0 ? (
        <p className="quiet">{t('print.clearNone')}</p>
      ) : (
        <Note kind="shows" testId="print-clear-warning">
          {t('print.clearSome', { count: named.length, fields: named.join(t('print.comma')) })}
        </Note>
      )}
    </>
  );
}
