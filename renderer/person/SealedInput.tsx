/**
 * The input of a sealed value: numbers and addresses of the net in a shown password field; what needs an input method
 * (a postal address, a remark, a contact's name) in a text field, outside the promise of docs/keys.md.
 */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { FIELDS, type SealedFieldId } from '../../contract/fields.ts';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { type SecretHandle, TextArea, TextInput } from '../ui/TextInput.tsx';
import { linkTo } from '../../contract/people/guardian.ts';
import type { PersonId } from '../../contract/ids.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { choicesOf } from '../ui/Select.tsx';
import css from './person.module.css';
import { ResidentOfRoom } from './ResidentOfRoom.tsx';

interface SealedInputProps {
  readonly field: SealedFieldId;
  readonly label: string;
  readonly handle: Ref<Pick<SecretHandle, 'peek'>>;
  readonly autoFocus?: boolean;
  /** Problem of the typed value, in words. */
  readonly problem?: string | null;
  readonly onInput: () => void;
  readonly testId: string;
}

export function SealedInput({ autoFocus = false, problem = null, ...props }: SealedInputProps) {
  const { field } = props;
  const input = { ...props, autoFocus, problem };
  if (field === 'guardian') return <GuardianInput {...input} />;
  if (field === 'emergency' || field === 'foreman') return <ContactInput {...input} field={field} />;
  return <PlainInput {...input} />;
}

const IN_WORDS = new Set<SealedFieldId>(['remark', 'address', 'contractor', 'certificate']);

function PlainInput({
  field,
  label,
  handle,
  autoFocus,
  problem,
  onInput,
  testId,
}: Required<SealedInputProps>) {
  const { t } = useTranslation();
  const text = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const secret = useRef<SecretHandle>(null);
  useImperativeHandle(handle, () => ({
    peek: () => text.current?.value.trim() ?? secret.current?.peek().trim() ?? '',
  }));
  const { longest } = FIELDS[field];
  const Text = field === 'remark' ? TextArea : TextInput;
  if (IN_WORDS.has(field))
    return (
      <Field label={label} problem={problem}>
        {(ids) => (
          <Text
            {...ids}
            ref={text}
            maxLength={longest}
            autoFocus={autoFocus}
            data-testid={testId}
            onInput={onInput}
          />
        )}
      </Field>
    );
  return (
    <SecretField
      label={label}
      problem={problem}
      hint={field === 'birthday' ? t('edit.birthdayHint') : null}
      handle={secret}
      maxLength={longest}
      autoFocus={autoFocus}
      testId={testId}
      isKept
      onInput={onInput}
    />
  );
}

interface GuardianInputProps extends Omit<ContactInputProps, 'field'> {
  readonly label: string;
}

type Way = 'linked' | 'words';

/** A guardian: somebody of a room, chosen by their mask, so that a link to their record is kept; or a name and a phone in words. */
function GuardianInput({ label, handle, autoFocus, problem, onInput, testId }: GuardianInputProps) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('linked');
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const typed = useRef<Pick<SecretHandle, 'peek'>>(null);
  const now = useRef({ way, chosen });
  useImperativeHandle(handle, () => ({
    peek: () =>
      now.current.way === 'words'
        ? (typed.current?.peek() ?? '')
        : now.current.chosen === null
          ? ''
          : linkTo(now.current.chosen),
  }));
  const take = (next: { readonly way?: Way; readonly chosen?: PersonId | null }) => {
    now.current = { ...now.current, ...next };
    setWay(now.current.way);
    setChosen(now.current.chosen);
    onInput();
  };
  return (
    <fieldset className={cx('stack2', css.guardian)} data-testid={`${testId}-choice`}>
      <legend>{label}</legend>
      <Chips
        label={t('guardian.how')}
        testId={`${testId}-way`}
        value={way}
        onChange={(one: Way) => take({ way: one })}
        choices={choicesOf(['linked', 'words'] as const, (id) => t(`guardian.${id}`))}
      />
      {way === 'words' ? (
        <ContactInput
          field="guardian"
          handle={typed}
          autoFocus
          problem={problem}
          onInput={onInput}
          testId={testId}
        />
      ) : (
        <ResidentOfRoom
          label={t('guardian.room')}
          chosen={chosen}
          onChoose={(personId) => take({ chosen: personId })}
          autoFocus={autoFocus}
          problem={problem}
          testId={testId}
        />
      )}
    </fieldset>
  );
}

interface ContactInputProps {
  readonly field: SealedFieldId;
  readonly handle: Ref<Pick<SecretHandle, 'peek'>>;
  readonly autoFocus: boolean;
  readonly problem: string | null;
  readonly onInput: () => void;
  readonly testId: string;
}

/** A contact in words: a name, which needs an input method, and a phone beside it. */
function ContactInput({ field, handle, autoFocus, problem, onInput, testId }: ContactInputProps) {
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
