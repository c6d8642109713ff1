/** One input for what is open of a room or a record: a word, a day, a number, or one of a list. */
import { useTranslation } from '../messages/translate.ts';
import { DayField } from '../ui/DayField.tsx';
import type { Bound } from '../ui/form-scope.ts';
import { type Choice, choicesOf } from '../ui/Select.tsx';
import { OptionalSelectField, SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { CHOICES, type DetailInput } from './record-inputs.ts';

interface DetailFieldProps extends Omit<Bound<string>, 'name' | 'testId'> {
  readonly input: DetailInput;
  readonly problem: string | null;
  readonly autoFocus: boolean;
  readonly vehicles?: readonly Choice<string>[];
}

export function DetailField({
  input: { name, type, longest = 40, needed },
  value: text,
  problem,
  autoFocus,
  vehicles,
  onChange,
}: DetailFieldProps) {
  const { t } = useTranslation();
  const label =
    name === 'plate'
      ? t('fields.plate')
      : name === 'vehicle'
        ? t('recordKinds.vehicle')
        : t(`details.${name}`);
  const field = {
    label,
    hint: name === 'room' ? t('edit.roomHint') : null,
    problem,
    name,
    testId: `detail-${name}`,
    autoFocus,
    onChange,
  };
  if (type === 'day') return <DayField {...field} value={text} missing={t('records.wrong.day')} />;
  if (type === 'word' || type === 'number')
    return (
      <TextField
        {...field}
        inputMode={type === 'number' ? 'decimal' : 'text'}
        value={text}
        maxLength={longest}
      />
    );
  const list = { value: text === '' ? null : text, choices: choices(), placeholder: t('common.notSet') };
  return needed === true ? (
    <SelectField {...field} {...list} />
  ) : (
    <OptionalSelectField
      {...field}
      {...list}
      none={t('common.notSet')}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );

  function choices(): readonly Choice<string>[] {
    switch (type) {
      case 'relations':
        return choicesOf(CHOICES.relations, (value) => t(`relations.${value}`));
      case 'spaceKinds':
        return choicesOf(CHOICES.spaceKinds, (value) => t(`spaceKinds.${value}`));
      case 'purposes':
        return choicesOf(CHOICES.purposes, (value) => t(`purposes.${value}`));
      case 'bases':
        return choicesOf(CHOICES.bases, (value) => t(`bases.${value}`));
      case 'noticeWays':
        return choicesOf(CHOICES.noticeWays, (value) => t(`noticeWays.${value}`));
      case 'consenters':
        return choicesOf(CHOICES.consenters, (value) => t(`consenters.${value}`));
      case 'withdrawals':
        return choicesOf(CHOICES.withdrawals, (value) => t(`withdrawals.${value}`));
      case 'roomStatuses':
        return choicesOf(CHOICES.roomStatuses, (value) => t(`roomStatuses.${value}`));
      case 'yesNo':
        return choicesOf(CHOICES.yesNo, (value) => t(`room.yesNo.${value}`));
      default:
        return vehicles ?? [];
    }
  }
}
