/** One of a list with its label, bound to a value. */
import { Field, type FieldWords } from './Field.tsx';
import { type Bound, useTestId } from './form-scope.ts';
import { type Choice, type ChoiceGroup, Select } from './Select.tsx';

interface SelectFieldProps<Chosen extends string | number> extends FieldWords, Bound<Chosen | null, Chosen> {
  readonly choices: readonly (Choice<Chosen> | ChoiceGroup<Chosen>)[];
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean | undefined;
  /** The form that it belongs to where it stands outside of it. */
  readonly form?: string | undefined;
}

/** Something is always chosen, or at first nothing. */
export function SelectField<Chosen extends string | number>(props: SelectFieldProps<Chosen>) {
  return <FramedSelect {...props} />;
}

interface OptionalSelectFieldProps<Chosen extends string | number> extends Omit<
  SelectFieldProps<Chosen>,
  'onChange'
> {
  /** The words of the first choice, which stands for none: null. */
  readonly none: string;
  readonly onChange: (chosen: Chosen | null) => void;
}

/** Nothing may be chosen, too. */
export function OptionalSelectField<Chosen extends string | number>({
  none,
  ...props
}: OptionalSelectFieldProps<Chosen>) {
  return <FramedSelect {...props} none={{ words: none, onChoose: () => props.onChange(null) }} />;
}

interface FramedSelectProps<Chosen extends string | number> extends SelectFieldProps<Chosen> {
  readonly none?: { readonly words: string; readonly onChoose: () => void };
}

function FramedSelect<Chosen extends string | number>(props: FramedSelectProps<Chosen>) {
  const { label, hint, problem, grow, className, name, testId, onChange, ...select } = props;
  const hook = useTestId({ testId, name });
  return (
    <Field {...{ label, hint, problem, grow, className }}>
      {(ids) => <Select {...select} ids={ids} name={name} testId={hook} onChoose={onChange} />}
    </Field>
  );
}
