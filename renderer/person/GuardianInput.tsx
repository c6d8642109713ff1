/** A guardian: somebody of a room, chosen by their mask, so that a link to their record is kept; or a name and a phone in words. */
import { useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { linkTo } from '../../contract/people/guardian.ts';
import type { PersonId } from '../../contract/ids.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { choicesOf } from '../ui/Select.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { ContactInput, type ContactInputProps } from './ContactInput.tsx';
import css from './person.module.css';
import { ResidentOfRoom } from './ResidentOfRoom.tsx';

interface GuardianInputProps extends Omit<ContactInputProps, 'field'> {
  readonly label: string;
}

type Way = 'linked' | 'words';

export function GuardianInput({ label, handle, autoFocus, problem, onInput, testId }: GuardianInputProps) {
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
