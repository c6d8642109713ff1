/** A second person at the desk: their name from a list, their own PIN. */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { DeskPerson } from '../../contract/sign-in/views.ts';
import { type ProofHandle, useFormScope } from './form-scope.ts';
import { PinField } from './PinField.tsx';
import { SelectField } from './SelectField.tsx';
import { InFoot } from './TaskPanel.tsx';
import type { SecretHandle } from './TextInput.tsx';

interface ProofFieldsProps {
  readonly people: readonly DeskPerson[];
  /** Who is chosen at first, if among the people. */
  readonly preferred?: SlotId;
  /** That of the form around them unless said. */
  readonly handle?: Ref<ProofHandle>;
  /** Test hooks: `<testid>-choice` and `<testid>-pin-input`. */
  readonly testId: string;
  readonly autoFocus?: boolean;
  /** Labels of the two inputs where it is neither a supervisor nor an admin. */
  readonly words?: { readonly who: string; readonly pin: string; readonly choose: string };
  /** Role in which they agree. */
  readonly role?: 'supervisor' | 'admin';
  /** The form that the fields belong to where they stand outside of it. */
  readonly form?: string;
  /** A visitor sees the screen: nobody's full name is on it. */
  readonly isSeen?: boolean;
}

export function ProofFields({
  people,
  preferred,
  handle,
  testId,
  autoFocus = false,
  words,
  role = 'supervisor',
  form,
  isSeen = false,
}: ProofFieldsProps) {
  const { t } = useTranslation();
  const [slotId, setSlotId] = useState<SlotId | null>(
    () =>
      people.find((person) => person.slotId === preferred)?.slotId ??
      (people.length === 1 ? (people[0]?.slotId ?? null) : null),
  );
  const pin = useRef<SecretHandle>(null);
  const scope = useFormScope();
  useImperativeHandle(handle ?? scope?.second, () => ({
    take: () => {
      const chosen = people.find((person) => person.slotId === slotId);
      if (chosen === undefined || (pin.current?.peek() ?? '') === '') return null;
      return { slotId: chosen.slotId, pin: pin.current?.take() ?? '' };
    },
    focus: () => pin.current?.focus(),
    isTyped: () => slotId !== null && (pin.current?.peek() ?? '') !== '',
  }));
  return (
    <InFoot>
      <SelectField
        label={words?.who ?? t(`roles.${role}`)}
        form={form}
        value={slotId}
        choices={people.map((person) => ({
          value: person.slotId,
          words: isSeen ? seenName(t, person, people, role) : person.displayName,
          disabled: person.closed,
        }))}
        placeholder={words?.choose ?? t(`pin.choose.${role}`)}
        required
        testId={`${testId}-choice`}
        onChange={setSlotId}
      />
      <PinField
        label={words?.pin ?? t(`pin.of.${role}`)}
        form={form}
        handle={pin}
        autoFocus={autoFocus}
        testId={`${testId}-pin-input`}
      />
    </InFoot>
  );
}

/** First character and role, as a colleague is called before a visitor (陈主管, Supervisor C); a number where two would be the same. */
function seenName(
  t: Translate,
  person: DeskPerson,
  people: readonly DeskPerson[],
  role: 'supervisor' | 'admin',
): string {
  const initialOf = ({ displayName }: DeskPerson) => [...displayName][0] ?? '';
  const same = people.filter((one) => initialOf(one) === initialOf(person));
  const name = t('pin.seen', { initial: initialOf(person), role: t(`roles.${role}`) });
  return same.length > 1 ? `${name} ${same.indexOf(person) + 1}` : name;
}
