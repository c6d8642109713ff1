/** Who stands behind a change of staff: a name of the list with their PIN, or the recovery sheet from the safe. */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Second } from '../../contract/staff/requests.ts';
import { cx } from '../ui/cx.ts';
import { FieldPair } from '../ui/FieldPair.tsx';
import { PinField } from '../ui/PinField.tsx';
import { type SheetHandle, SheetLines } from '../ui/SheetLines.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import type { SecondChoices } from './second-choices.ts';
import css from './staff.module.css';

const SHEET = 'sheet';

export interface SecondHandle {
  /** As the vault takes it, gone from the inputs; null while something is missing. */
  readonly take: () => Second | null;
  readonly focus: () => void;
}

export function SecondFields({
  choices,
  handle,
}: {
  readonly choices: SecondChoices;
  readonly handle: Ref<SecondHandle>;
}) {
  const { t } = useTranslation();
  const { people, sheet } = choices;
  const [chosen, setChosen] = useState(() =>
    people.length === 1 && !sheet ? (people[0]?.slotId ?? '') : people.length === 0 && sheet ? SHEET : '',
  );
  const pin = useRef<SecretHandle>(null);
  const lines = useRef<SheetHandle>(null);
  useImperativeHandle(handle, () => ({
    take: () => {
      if (chosen === SHEET) {
        const typed = lines.current?.take() ?? null;
        return typed === null ? null : { sheet: typed };
      }
      const slotId = people.find((one) => one.slotId === chosen)?.slotId ?? null;
      if (slotId === null || (pin.current?.peek() ?? '') === '') return null;
      return { slotId, pin: pin.current?.take() ?? '' };
    },
    focus: () => (chosen === SHEET ? lines.current?.focus() : pin.current?.focus()),
  }));
  return (
    <FieldPair>
      <SelectField
        label={t('staff.second.who')}
        value={chosen === '' ? null : chosen}
        choices={[
          ...people.map((one) => ({
            value: one.slotId ?? '',
            words: `${one.displayName} · ${t(`roles.${one.role}`)}`,
            disabled: one.closed,
          })),
          ...(sheet ? [{ value: SHEET, words: t('staff.second.sheet') }] : []),
        ]}
        placeholder={t('staff.second.choose')}
        required
        testId="second-choice"
        onChange={setChosen}
      />
      {chosen !== SHEET && chosen !== '' && (
        <PinField label={t('staff.second.pin')} handle={pin} testId="second-pin" />
      )}
      {chosen === SHEET && (
        <div className={cx(css.sheet)}>
          <SheetLines handle={lines} />
        </div>
      )}
    </FieldPair>
  );
}
