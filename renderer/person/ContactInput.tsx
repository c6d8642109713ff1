/** A contact in words: a name, which needs an input method, and a phone beside it. */
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { SealedFieldId } from '../../contract/fields.ts';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { type SecretHandle, TextInput } from '../ui/TextInput.tsx';
import css from './person.module.css';

export interface ContactInputProps {
  readonly field: SealedFieldId;
  readonly handle: Ref<Pick<SecretHandle, 'peek'>>;
  readonly autoFocus: boolean;
  readonly problem: string | null;
  readonly onInput: () => void;
  readonly testId: string;
}

export function ContactInput({ field, handle, autoFocus, problem, onInput, testId }: ContactInputProps) {
  const { t } = useTranslation();
  const name = useRef<HTMLInputElement>(null);
  const phone = useRef<SecretHandle>(null);
  useImperativeHandle(handle, () => ({
    peek: () =>
      [name.current?.value.trim() ?? '', phone.current?.peek().trim() ?? '']
        .filter((part) => part !== '')
        .join(' '),
  }));
  return (
    <div className={cx(css.two)}>
      <Field label={t('edit.contactName', { field: t(`fields.${field}`) })}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={name}
            maxLength={60}
            autoFocus={autoFocus}
            data-testid={`${testId}-name`}
            onInput={onInput}
          />
        )}
      </Field>
      <SecretField
        label={t('edit.contactPhone', { field: t(`fields.${field}`) })}
        problem={problem}
        handle={phone}
        maxLength={40}
        testId={testId}
        onInput={onInput}
      />
    </div>
  );
}
