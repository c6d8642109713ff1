import type { Role } from '../../../../../contract/fields.ts';
import { useLayoutEffect, useRef } from 'react';
import { Field } from '../../../../../renderer/ui/Field.tsx';
import { OwnPinInput, PinBoxes } from '../../../../../renderer/ui/PinBoxes.tsx';
import type { SecretHandle } from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const SUPERVISOR: Role = 'supervisor';

type TypedProps = Omit<Parameters<typeof PinBoxes>[0], 'handle'> & { readonly typed: string };

/** With characters in it from the start. */
function Typed({ typed, ...rest }: TypedProps) {
  const pin = useRef<SecretHandle>(null);
  useLayoutEffect(() => pin.current?.put(typed), [typed]);
  return <PinBoxes {...rest} handle={pin} />;
}

const field = (say: Say, typed: string, props: Partial<TypedProps> = {}, problem: string | null = null) => (
  <Field label={say('您的 PIN', 'Your PIN')} problem={problem}>
    {(ids) => <Typed {...ids} {...props} typed={typed} />}
  </Field>
);

export const pinBoxesPage: ComponentPage = {
  id: 'pin-boxes',
  title: 'PinBoxes, OwnPinInput',
  states: [
    { id: 'empty', name: ['空，焦点', 'Empty, focus'], focused: true, show: (say) => field(say, '') },
    { id: 'half', name: ['输入中', 'Half typed'], show: (say) => field(say, '402') },
    { id: 'longer', name: ['多于六位', 'More than six'], show: (say) => field(say, '40295811') },
    { id: 'plain', name: ['多于十二位', 'More than twelve'], show: (say) => field(say, '40295811402958') },
    {
      id: 'wrong',
      name: ['有误', 'Wrong'],
      show: (say) =>
        field(say, '', {}, say('PIN 不正确，还可以试 3 次。', 'The PIN is wrong. Three tries are left.')),
    },
    {
      id: 'busy',
      name: ['核对中', 'Being checked'],
      show: (say) => field(say, '402958', { readOnly: true }),
    },
    { id: 'disabled', name: ['不可用', 'Disabled'], show: (say) => field(say, '', { disabled: true }) },
    {
      id: 'passphrase',
      name: ['主管：普通输入框', 'A supervisor: a plain field'],
      show: (say) => (
        <Field label={say('您的 PIN', 'Your PIN')}>
          {(ids) => <OwnPinInput {...ids} role={SUPERVISOR} />}
        </Field>
      ),
    },
  ],
};
