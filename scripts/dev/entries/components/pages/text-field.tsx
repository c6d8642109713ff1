import { useRef } from 'react';
import { AreaField } from '../../../../../renderer/ui/AreaField.tsx';
import { SecretField } from '../../../../../renderer/ui/SecretField.tsx';
import { TextField, type TextFieldProps } from '../../../../../renderer/ui/TextField.tsx';
import type { SecretHandle } from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

const text = (say: Say, testId: string, start: string, more: Partial<TextFieldProps> = {}) => (
  <Kept start={start}>
    {(value, keep) => (
      <TextField
        label={say('接收单位', 'Recipient')}
        value={value}
        testId={testId}
        onChange={keep}
        {...more}
      />
    )}
  </Kept>
);

function Secret({ say }: { readonly say: Say }) {
  const handle = useRef<SecretHandle>(null);
  return (
    <SecretField
      label={say('访客说的号码', 'The number that the visitor says')}
      handle={handle}
      testId="text-secret"
    />
  );
}

export const textFieldPage: ComponentPage = {
  id: 'text-field',
  title: 'TextField, AreaField, SecretField',
  states: [
    {
      id: 'empty',
      name: ['空，焦点', 'Empty, focus'],
      focused: true,
      show: (say) => text(say, 'text-empty', '', { hint: say('写全称', 'The full name') }),
    },
    {
      id: 'filled',
      name: ['已填写', 'Filled in'],
      show: (say) => text(say, 'text-filled', say('河东街道办', 'Hedong subdistrict office')),
    },
    {
      id: 'wrong',
      name: ['有误', 'Wrong'],
      show: (say) =>
        text(say, 'text-wrong', '河', { problem: say('至少填写 2 个字。', 'Enter at least 2 characters.') }),
    },
    {
      id: 'disabled',
      name: ['不可用', 'Disabled'],
      show: (say) =>
        text(say, 'text-disabled', say('河东街道办', 'Hedong subdistrict office'), { disabled: true }),
    },
    {
      id: 'area',
      name: ['多行', 'Several lines'],
      show: (say) => (
        <Kept start={say('一、补齐登记簿\n二、更换门锁', '1. Complete the register\n2. Replace the lock')}>
          {(value, keep) => (
            <AreaField
              label={say('整改要求，一行一项', 'What is asked for, one a line')}
              rows={4}
              value={value}
              testId="text-area"
              onChange={keep}
            />
          )}
        </Kept>
      ),
    },
    { id: 'secret', name: ['不留在渲染进程', 'Kept nowhere'], show: (say) => <Secret say={say} /> },
  ],
};
