import { Field } from '../../../../../renderer/ui/Field.tsx';
import { FieldPair } from '../../../../../renderer/ui/FieldPair.tsx';
import { TextInput } from '../../../../../renderer/ui/TextInput.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const pair = (say: Say, problem: string | null) => (
  <FieldPair>
    <Field label={say('起始日期', 'From')} problem={problem}>
      {(ids) => <TextInput {...ids} />}
    </Field>
    <Field label={say('截止日期', 'Until')}>{(ids) => <TextInput {...ids} />}</Field>
  </FieldPair>
);

export const fieldPairPage: ComponentPage = {
  id: 'field-pair',
  title: 'FieldPair',
  states: [
    {
      id: 'usual',
      name: ['空，焦点', 'Empty, focus'],
      wide: true,
      focused: true,
      show: (say) => pair(say, null),
    },
    {
      id: 'wrong',
      name: ['一项有误', 'One of them wrong'],
      wide: true,
      show: (say) => pair(say, say('晚于截止日期。', 'It is after the end.')),
    },
  ],
};
