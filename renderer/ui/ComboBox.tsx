/** One of many, found by typing a part of its words: what is typed narrows the list, Enter takes the first, Escape leaves it as it was. */
import { useRef } from 'react';
import { Button as AriaButton, ComboBox as AriaComboBox, Input, Popover } from 'react-aria-components';
import { useTranslation } from '../messages/translate.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { type Choice, type ChoiceGroup, choiceList, chooseBy, keyOfChosen } from './Select.tsx';
import css from './select.module.css';
import ui from './ui.module.css';

interface ComboBoxProps<Value extends string | number> {
  readonly label: string;
  /** Null where nothing is chosen. */
  readonly value: Value | null;
  readonly choices: readonly (Choice<Value> | ChoiceGroup<Value>)[];
  /** The first choice, which stands for none of the others. */
  readonly none: { readonly words: string; readonly onChoose: () => void };
  readonly disabled?: boolean;
  /** Of what opens the list; that of the input is `<testId>-input`. */
  readonly testId: string;
  readonly onChoose: (value: Value) => void;
}

export function ComboBox<Value extends string | number>({
  label,
  value,
  choices,
  none,
  disabled = false,
  testId,
  onChoose,
}: ComboBoxProps<Value>) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <AriaComboBox
      aria-label={label}
      className={cx(css.combo)}
      value={keyOfChosen(value, none)}
      isDisabled={disabled}
      allowsEmptyCollection
      onChange={(key) => chooseBy(key, choices, none, onChoose)}
      // What is typed takes the place of what was chosen.
      onFocus={() => input.current?.select()}
    >
      <Input ref={input} className={cx(ui.input, css.typed)} data-testid={`${testId}-input`} />
      <AriaButton className={cx(css.opener)} data-testid={testId} data-value={value ?? ''}>
        <Icon name="down" />
      </AriaButton>
      <Popover className={cx(css.popover)}>
        {choiceList({ choices, none, empty: t('common.noChoice') })}
      </Popover>
    </AriaComboBox>
  );
}
