import { type Choice, Select } from '../../../../../renderer/ui/Select.tsx';
import { OptionalSelectField, SelectField } from '../../../../../renderer/ui/SelectField.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

type Relation = 'owner' | 'tenant' | 'long';

interface SelectState {
  readonly testId: string;
  readonly start?: Relation;
  readonly isDisabled?: boolean;
  readonly problem?: string;
}

const relationsIn = (say: Say): readonly Choice<Relation>[] => [
  { value: 'owner', words: say('业主', 'Owner') },
  { value: 'tenant', words: say('租户', 'Tenant') },
  {
    value: 'long',
    words: say(
      '受业主委托、长期代为管理房屋并可接收通知的亲属',
      'A relative who looks after the room for the owner and may receive notices',
    ),
  },
];

const select = (say: Say, { testId, start, isDisabled = false, problem }: SelectState) => (
  <Kept<Relation | null> start={start ?? null}>
    {(value, keep) => (
      <OptionalSelectField
        label={say('关系', 'Relation')}
        problem={problem}
        value={value}
        choices={relationsIn(say)}
        none={say('未填写', 'Not filled in')}
        disabled={isDisabled}
        testId={testId}
        onChange={keep}
      />
    )}
  </Kept>
);

export const selectPage: ComponentPage = {
  id: 'select',
  title: 'SelectField, OptionalSelectField, Select',
  states: [
    {
      id: 'none',
      name: ['未填写，焦点', 'Not filled in, focus'],
      focused: true,
      show: (say) => select(say, { testId: 'select-none' }),
    },
    {
      id: 'chosen',
      name: ['已选择', 'Chosen'],
      show: (say) => select(say, { testId: 'select-chosen', start: 'owner' }),
    },
    {
      id: 'wrong',
      name: ['有误', 'Wrong'],
      show: (say) =>
        select(say, { testId: 'select-wrong', problem: say('请选择关系。', 'Please choose a relation.') }),
    },
    {
      id: 'disabled',
      name: ['不可用', 'Disabled'],
      show: (say) => select(say, { testId: 'select-disabled', start: 'owner', isDisabled: true }),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => select(say, { testId: 'select-long', start: 'long' }),
    },
    {
      id: 'required',
      name: ['必选', 'One has to be chosen'],
      show: (say) => (
        <Kept<Relation | null> start={null}>
          {(value, keep) => (
            <SelectField
              label={say('关系', 'Relation')}
              required
              placeholder={say('请选择', 'Choose one')}
              value={value}
              choices={relationsIn(say)}
              testId="select-required"
              onChange={keep}
            />
          )}
        </Kept>
      ),
    },
    {
      id: 'bare',
      name: ['没有标签', 'Without a label of its own'],
      show: (say) => (
        <Kept<Relation | null> start="tenant">
          {(value, keep) => (
            <Select
              ids={say('关系', 'Relation')}
              value={value}
              choices={relationsIn(say)}
              testId="select-bare"
              onChoose={keep}
            />
          )}
        </Kept>
      ),
    },
  ],
};
