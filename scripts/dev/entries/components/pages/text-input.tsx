import { useLayoutEffect, useRef } from 'react';
import { Field } from '../../../../../renderer/ui/Field.tsx';
import {
  PinInput,
  type SecretHandle,
  ShownSecretInput,
  TextArea,
  TextInput,
} from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

function TypedSecret({ label, isWrong = false }: { readonly label: string; readonly isWrong?: boolean }) {
  const secret = useRef<SecretHandle>(null);
  useLayoutEffect(() => secret.current?.put('14100000000'), []);
  return (
    <Field label={label}>
      {(ids) => <ShownSecretInput {...ids} aria-invalid={isWrong} handle={secret} />}
    </Field>
  );
}

const brand = (say: Say): string => say('品牌', 'Brand');

export const textInputPage: ComponentPage = {
  id: 'text-input',
  title: 'TextInput, TextArea, PinInput, ShownSecretInput',
  states: [
    {
      id: 'focus',
      name: ['空，焦点', 'Empty, focus'],
      focused: true,
      show: (say) => (
        <Field label={brand(say)}>
          {(ids) => <TextInput {...ids} placeholder={say('例如 五菱', 'Such as Wuling')} />}
        </Field>
      ),
    },
    {
      id: 'filled',
      name: ['已填写', 'Filled in'],
      show: (say) => (
        <Field label={brand(say)}>
          {(ids) => <TextInput {...ids} defaultValue={say('五菱', 'Wuling')} />}
        </Field>
      ),
    },
    {
      id: 'wrong',
      name: ['有误', 'Wrong'],
      show: (say) => (
        <Field label={brand(say)} problem={say('请填写品牌。', 'Please fill in the brand.')}>
          {(ids) => <TextInput {...ids} />}
        </Field>
      ),
    },
    {
      id: 'disabled',
      name: ['不可用', 'Disabled'],
      show: (say) => (
        <Field label={brand(say)}>
          {(ids) => <TextInput {...ids} disabled defaultValue={say('五菱', 'Wuling')} />}
        </Field>
      ),
    },
    {
      id: 'read-only',
      name: ['只读', 'Read only'],
      show: (say) => (
        <Field label={brand(say)}>
          {(ids) => <TextInput {...ids} readOnly defaultValue={say('五菱', 'Wuling')} />}
        </Field>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Field label={brand(say)}>
          {(ids) => (
            <TextInput
              {...ids}
              defaultValue={say(
                '五菱宏光系列七座商务车（白色，左前门有划痕，车窗贴有本小区的通行证）',
                'Wuling Hongguang with seven seats, white, with a scratch on the left front door and our permit on the window',
              )}
            />
          )}
        </Field>
      ),
    },
    {
      id: 'area',
      name: ['多行', 'More than a line'],
      show: (say) => (
        <Field label={say('备注', 'Remark')}>
          {(ids) => (
            <TextArea
              {...ids}
              rows={2}
              defaultValue={say(
                '电梯到五楼时有异响。\n周三上午再看一次。',
                'The lift is loud at floor 5.\nTo be looked at again on Wednesday.',
              )}
            />
          )}
        </Field>
      ),
    },
    {
      id: 'pin',
      name: ['PIN', 'PIN'],
      show: (say) => (
        <Field label={say('主管的 PIN', "Supervisor's PIN")}>{(ids) => <PinInput {...ids} />}</Field>
      ),
    },
    {
      id: 'secret',
      name: ['可见的号码', 'A number that is shown'],
      show: (say) => <TypedSecret label={say('电话', 'Phone')} />,
    },
    {
      id: 'secret-wrong',
      name: ['可见的号码，有误', 'A number that is shown, wrong'],
      show: (say) => <TypedSecret label={say('电话', 'Phone')} isWrong />,
    },
  ],
};
