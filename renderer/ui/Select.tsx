/** One of a list, or of lists with headings: opened by a press, Enter, Space or an arrow, and chosen by arrows or by its first letters. */
import {
  Button as AriaButton,
  FieldError,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { NO_CHOICE_KEY, choiceKey } from './choice-key.ts';
import { cx } from './cx.ts';
import { type FieldIds, labelIdOf } from './Field.tsx';
import { Icon } from './Icon.tsx';
import css from './select.module.css';
import ui from './ui.module.css';
import { useValidityWords } from './use-validity.ts';

export interface Choice<Value extends string | number> {
  readonly value: Value;
  readonly words: string;
  readonly disabled?: boolean;
}

export interface ChoiceGroup<Value extends string | number> {
  readonly heading: string;
  readonly choices: readonly Choice<Value>[];
}

interface SelectProps<Value extends string | number> {
  /** Of the field around it, or what it is called where there is none. */
  readonly ids: FieldIds | string;
  /** Null where nothing is chosen. */
  readonly value: Value | null;
  readonly choices: Choices<Value>;
  readonly none?: NoChoice;
  /** Words where nothing is chosen, which are not a choice. */
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean | undefined;
  /** The form that it belongs to where it stands outside of it. */
  readonly form?: string | undefined;
  readonly testId: string;
  /** Tells it from the others of its form. */
  readonly name?: string | undefined;
  readonly onChoose: (value: Value) => void;
}

/** Each value with its words. */
export const choicesOf = <Value extends string | number>(
  values: readonly Value[],
  words: (value: Value) => string,
): readonly Choice<Value>[] => values.map((value) => ({ value, words: words(value) }));

type Choices<Value extends string | number> = readonly (Choice<Value> | ChoiceGroup<Value>)[];
/** The first choice, which stands for none of the others. */
type NoChoice = { readonly words: string; readonly onChoose: () => void } | undefined;

/** The key of what is chosen in a `choiceList`; null where nothing is. */
export const keyOfChosen = (value: string | number | null, none: NoChoice): string | null =>
  value === null ? (none === undefined ? null : NO_CHOICE_KEY) : choiceKey(value);

/** Tells what was chosen in a `choiceList` by its key. */
export function chooseBy<Value extends string | number>(
  key: unknown,
  choices: Choices<Value>,
  none: NoChoice,
  onChoose: (value: Value) => void,
): void {
  if (key === NO_CHOICE_KEY) return none?.onChoose();
  const chosen = choices
    .flatMap((one) => ('heading' in one ? one.choices : [one]))
    .find((one) => choiceKey(one.value) === key);
  if (chosen !== undefined) onChoose(chosen.value);
}

export function Select<Value extends string | number>({
  ids,
  value,
  choices,
  none,
  placeholder = '',
  required = false,
  disabled = false,
  autoFocus = false,
  form,
  testId,
  name,
  onChoose,
}: SelectProps<Value>) {
  const validityWords = useValidityWords();
  const choose = (key: unknown): void => chooseBy(key, choices, none, onChoose);
  return (
    <AriaSelect
      {...(typeof ids === 'string' ? { 'aria-label': ids } : namedBy(ids))}
      className={cx('stack1', css.select)}
      value={keyOfChosen(value, none)}
      placeholder={placeholder}
      isRequired={required}
      isDisabled={disabled}
      autoFocus={autoFocus}
      {...(form === undefined ? {} : { form })}
      onChange={choose}
    >
      <AriaButton
        className={cx(ui.input, 'row2', css.trigger)}
        data-invalid={typeof ids !== 'string' && ids['aria-invalid']}
        data-testid={testId}
        data-input={name}
        data-value={value ?? ''}
      >
        <SelectValue className={cx(css.value)} />
        <Icon name="down" />
      </AriaButton>
      <FieldError className={cx(ui.bad)}>{(found) => validityWords(found)}</FieldError>
      <Popover className={cx(css.popover)}>{choiceList({ choices, none })}</Popover>
    </AriaSelect>
  );
}

/** Returns the choices as they stand in the popover. */
export function choiceList<Value extends string | number>({
  choices,
  none,
  empty,
}: {
  readonly choices: Choices<Value>;
  readonly none: NoChoice;
  /** Where none is left of them. */
  readonly empty?: string;
}) {
  return (
    <ListBox
      className={cx(css.list)}
      data-choices=""
      {...(empty === undefined ? {} : { renderEmptyState: () => <p className={cx(css.heading)}>{empty}</p> })}
    >
      {none !== undefined && <Item id={NO_CHOICE_KEY} value="" words={none.words} />}
      {choices.map((one) =>
        'heading' in one ? (
          <ListBoxSection key={one.heading} id={one.heading}>
            <Header className={cx(css.heading)}>{one.heading}</Header>
            {one.choices.map((choice) => (
              <Item key={choice.value} id={choiceKey(choice.value)} {...choice} />
            ))}
          </ListBoxSection>
        ) : (
          <Item key={one.value} id={choiceKey(one.value)} {...one} />
        ),
      )}
    </ListBox>
  );
}

const namedBy = ({ id, 'aria-describedby': describedBy }: FieldIds) => ({
  id,
  'aria-labelledby': labelIdOf(id),
  ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
});

interface ItemProps extends Choice<string | number> {
  readonly id: string;
}

function Item({ id, value, words, disabled = false }: ItemProps) {
  return (
    <ListBoxItem
      id={id}
      textValue={words}
      isDisabled={disabled}
      className={cx('row3', css.choice)}
      data-value={value}
    >
      {({ isSelected }) => (
        <>
          <span>{words}</span>
          {isSelected && <Icon name="check" />}
        </>
      )}
    </ListBoxItem>
  );
}
