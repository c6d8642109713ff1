import { Field } from '../../../../../renderer/ui/Field.tsx';
import { Select } from '../../../../../renderer/ui/Select.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

type Relation = 'owner' | 'tenant' | 'long';

interface SelectState {
  readonly testId: string;
  readonly start?: Relation;
  readonly isDisabled?: boolean;
  readonly problem?: string;
}

const select = (say: Say, { testId, start, isDisabled = false, problem }: SelectState) => (
  <Kept<Relation | null> start={start ?? null}>
    {(value, keep) => (
      <Field label={say('关系', 'Relation')} problem={problem}>
        {(ids) => (
          <Select
            ids={ids}
            value={value}
            choices={[
              { value: 'owner', words: say('业主', 'Owner') },
              { value: 'tenant', words: say('租户', 'Tenant') },
              {
                value: 'long',
                words: say(
                  '受业主委托、长期代为管理房屋并可接收通知的亲属',
                  'A relative who looks after the room for the owner and may receive notices',
                ),
              },
            ]}
            none={{ words: say('未填写', 'Not filled in'), onChoose: () => keep(null) }}
            disabled={isDisabled}
            testId={testId}
            onChoose={keep}
          />
        )}
      </Field>
    )}
  </Kept>
);

export const selectPage: ComponentPage = {
  id: 'select',
  title: 'Select',
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
  ],
};
