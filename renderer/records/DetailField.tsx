/** One input for what is open of a room or a record: a word, a day, a number, or one of a list. */
import { useTranslation } from '../messages/translate.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { Field, type FieldIds } from '../ui/Field.tsx';
import { type Choice, Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { CHOICES, type DetailInput } from './record-inputs.ts';

interface DetailFieldProps {
  readonly input: DetailInput;
  readonly text: string;
  readonly problem: string | null;
  readonly autoFocus: boolean;
  readonly vehicles?: readonly Choice<string>[];
  readonly onChange: (text: string) => void;
}

export function DetailField({
  input: { name, type, longest = 40, needed },
  text,
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
  const hint = name === 'room' ? t('edit.roomHint') : null;
  return (
    <Field label={needed === true ? label : t('records.optional', { label })} hint={hint} problem={problem}>
      {(ids) => inputWith(ids)}
    </Field>
  );

  function inputWith(ids: FieldIds) {
    if (type === 'day')
      return (
        <DayInput
          ids={ids}
          text={text}
          autoFocus={autoFocus}
          testId={`detail-${name}`}
          name={name}
          onChange={onChange}
        />
      );
    if (type === 'word' || type === 'number') {
      return (
        <TextInput
          {...ids}
          autoFocus={autoFocus}
          data-testid={`detail-${name}`}
          data-input={name}
          inputMode={type === 'number' ? 'decimal' : 'text'}
          value={text}
          maxLength={longest}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    }
    return (
      <Select
        ids={ids}
        value={text === '' ? null : text}
        choices={choices()}
        none={needed === true ? undefined : { words: t('common.notSet'), onChoose: () => onChange('') }}
        placeholder={t('common.notSet')}
        autoFocus={autoFocus}
        testId={`detail-${name}`}
        name={name}
        onChoose={onChange}
      />
    );
  }

  function choices(): readonly Choice<string>[] {
    switch (type) {
      case 'relations':
        return CHOICES.relations.map((value) => ({ value, words: t(`relations.${value}`) }));
      case 'spaceKinds':
        return CHOICES.spaceKinds.map((value) => ({ value, words: t(`spaceKinds.${value}`) }));
      case 'purposes':
        return CHOICES.purposes.map((value) => ({ value, words: t(`purposes.${value}`) }));
      case 'bases':
        return CHOICES.bases.map((value) => ({ value, words: t(`bases.${value}`) }));
      case 'noticeWays':
        return CHOICES.noticeWays.map((value) => ({ value, words: t(`noticeWays.${value}`) }));
      case 'consenters':
        return CHOICES.consenters.map((value) => ({ value, words: t(`consenters.${value}`) }));
      case 'withdrawals':
        return CHOICES.withdrawals.map((value) => ({ value, words: t(`withdrawals.${value}`) }));
      case 'roomStatuses':
        return CHOICES.roomStatuses.map((value) => ({ value, words: t(`roomStatuses.${value}`) }));
      case 'yesNo':
        return CHOICES.yesNo.map((value) => ({ value, words: t(`room.yesNo.${value}`) }));
      default:
        return vehicles ?? [];
    }
  }
}
