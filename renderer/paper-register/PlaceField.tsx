/** Where a paper is kept. */
import { MAX_PAPER_WORDS } from '../../contract/paper-register/lists.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextInput } from '../ui/TextInput.tsx';

interface PlaceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly onChange: (place: string) => void;
}

export function PlaceField({ label, value, testId, onChange }: PlaceFieldProps) {
  return (
    <Field label={label} className={formCss.grow}>
      {(ids) => (
        <TextInput
          {...ids}
          required
          maxLength={MAX_PAPER_WORDS}
          value={value}
          data-testid={testId}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
