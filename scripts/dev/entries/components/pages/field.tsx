import { Field, FieldFrame } from '../../../../../renderer/ui/Field.tsx';
import { TextInput } from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage } from '../component-page.ts';

export const fieldPage: ComponentPage = {
  id: 'field',
  title: 'Field',
  states: [
    {
      id: 'plain',
      name: ['只有标签', 'Label alone'],
      show: (say) => <Field label={say('车牌号', 'Plate')}>{(ids) => <TextInput {...ids} />}</Field>,
    },
    {
      id: 'hint',
      name: ['有说明', 'With a hint'],
      show: (say) => (
        <Field label={say('车位', 'Space')} hint={say('例如 B1-023', 'Such as B1-023')}>
          {(ids) => <TextInput {...ids} />}
        </Field>
      ),
    },
    {
      id: 'wrong',
      name: ['有误', 'Wrong'],
      show: (say) => (
        <Field
          label={say('电话', 'Phone')}
          hint={say('手机号或带区号的座机', 'A mobile number, or a landline with its area code')}
          problem={say('少一位数字，请核对。', 'One digit is missing. Please check.')}
        >
          {(ids) => <TextInput {...ids} defaultValue="1410000000" />}
        </Field>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Field
          label={say(
            '装修负责人在紧急情况下可以联系到的第二个电话号码',
            'A second number at which whoever is in charge of the renovation can be reached in an emergency',
          )}
          problem={say(
            '这个号码与第一个号码相同。请填写另一个号码，没有时留空，并在备注中说明原因。',
            'This number is the same as the first one. Enter another, or leave it empty and say why in the remarks.',
          )}
        >
          {(ids) => <TextInput {...ids} defaultValue="14100000000" />}
        </Field>
      ),
    },
    {
      id: 'frame',
      name: ['输入框另行关联', 'Tied to its input elsewhere'],
      show: (say) => (
        <FieldFrame
          label={say('备注', 'Remark')}
          hint={say('可不填', 'Optional')}
          labelProps={{ id: 'frame-label' }}
          hintProps={{ id: 'frame-hint' }}
          problemProps={{}}
        >
          <TextInput aria-labelledby="frame-label" aria-describedby="frame-hint" />
        </FieldFrame>
      ),
    },
  ],
};
