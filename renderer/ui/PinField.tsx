/** The own PIN of whoever does something, or somebody's whom the label names. The form takes it as it is sent; it is kept nowhere. */
import type { Ref } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Role } from '../../contract/fields.ts';
import { Field, type FieldWords } from './Field.tsx';
import { useFormScope } from './form-scope.ts';
import { OwnPinInput } from './PinBoxes.tsx';
import { InFoot } from './TaskPanel.tsx';
import { PinInput, type SecretHandle, type SecretProps } from './TextInput.tsx';
import { useMissing } from './use-validity.ts';

interface PinFieldProps
  extends
    Pick<FieldWords, 'grow' | 'className'>,
    Pick<SecretProps, 'autoFocus' | 'disabled' | 'form' | 'readOnly'> {
  readonly label?: string;
  /** In boxes for a receptionist. */
  readonly ofRole?: Role;
  /** The PIN of the form around it unless said. */
  readonly handle?: Ref<SecretHandle>;
  readonly testId?: string;
}

export function PinField(props: PinFieldProps) {
  const { label, grow, className, ofRole, handle, testId = 'pin-input', ...rest } = props;
  const { t } = useTranslation();
  const scope = useFormScope();
  const { problem, listeners } = useMissing();
  return (
    <InFoot>
      <Field label={label ?? t('pin.own')} problem={problem} {...{ grow, className }}>
        {(ids) => {
          const input = { ...ids, ...listeners, ...rest, required: true, 'data-testid': testId };
          const held = handle ?? scope?.pin;
          const known = held === undefined ? input : { ...input, handle: held };
          return ofRole === undefined ? <PinInput {...known} /> : <OwnPinInput {...known} role={ofRole} />;
        }}
      </Field>
    </InFoot>
  );
}
