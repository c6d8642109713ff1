/** Where the rooms of a sheet are, as far as its rows do not say it: read from its name or title, and changed here for all of them. */
import { useStore } from 'zustand';
import { PLACE_PARTS } from '../../contract/import/lists.ts';
import { useTranslation } from '../messages/translate.ts';
import { Chips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SheetChoice } from './import-store.ts';
import { importStore } from './stores.ts';

export function SheetPlace({ choice, index }: { readonly choice: SheetChoice; readonly index: number }) {
  const { t } = useTranslation();
  const { setPlace } = useStore(importStore);
  const { sheet, place } = choice;
  return (
    <fieldset className="line3" data-testid={`place-${index}`}>
      <legend>
        {t('import.place.title')}{' '}
        <span className="quiet">
          {sheet.placeFrom === null ? t('import.place.unknown') : t(`import.place.from.${sheet.placeFrom}`)}
          {sheet.lines.count > 0 && ` ${t('import.place.lines', { count: sheet.lines.count })}`}
        </span>
      </legend>
      {sheet.estates.length > 0 && (
        <Chips
          label={t('import.place.estates')}
          testId={`estates-${index}`}
          value={place.estate}
          choices={choicesOf(sheet.estates, (estate) => estate || t('import.place.noEstate'))}
          onChange={(estate) => setPlace(index, { ...place, estate })}
        />
      )}
      {PLACE_PARTS.map((part) => (
        <TextField
          key={part}
          label={t(`roomParts.${part}`)}
          value={place[part]}
          maxLength={40}
          testId={`place-${index}-${part}`}
          onChange={(said) => setPlace(index, { ...place, [part]: said })}
        />
      ))}
    </fieldset>
  );
}
