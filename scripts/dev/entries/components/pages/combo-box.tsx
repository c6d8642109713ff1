import { ComboBox } from '../../../../../renderer/ui/ComboBox.tsx';
import type { ChoiceGroup } from '../../../../../renderer/ui/Select.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

type Part = 'name' | 'phone' | 'room' | 'long';

const partsIn = (say: Say): readonly ChoiceGroup<Part>[] => [
  {
    heading: say('住户', 'Resident'),
    choices: [
      { value: 'name', words: say('姓名', 'Name') },
      { value: 'phone', words: say('电话', 'Phone') },
    ],
  },
  {
    heading: say('房屋', 'Room'),
    choices: [
      { value: 'room', words: say('房号（整段）', 'Room in one text') },
      {
        value: 'long',
        words: say(
          '房产证上写着的、连同公摊在内的建筑面积',
          'The area on the deed, with its share of what is common',
        ),
      },
    ],
  },
];

interface ComboState {
  readonly testId: string;
  readonly start: Part | null;
  readonly isDisabled?: boolean;
}

const combo = (say: Say, { testId, start, isDisabled = false }: ComboState) => (
  <Kept<Part | null> start={start}>
    {(value, keep) => (
      <ComboBox
        label={say('作为', 'Field')}
        value={value}
        choices={partsIn(say)}
        none={{ words: say('不导入', 'Leave out'), onChoose: () => keep(null) }}
        disabled={isDisabled}
        testId={testId}
        onChoose={keep}
      />
    )}
  </Kept>
);

export const comboBoxPage: ComponentPage = {
  id: 'combo-box',
  title: 'ComboBox',
  states: [
    {
      id: 'none',
      name: ['未选，焦点', 'None chosen, focus'],
      focused: true,
      show: (say) => combo(say, { testId: 'combo-none', start: null }),
    },
    {
      id: 'chosen',
      name: ['已选择', 'Chosen'],
      show: (say) => combo(say, { testId: 'combo-chosen', start: 'room' }),
    },
    {
      id: 'disabled',
      name: ['不可用', 'Disabled'],
      show: (say) => combo(say, { testId: 'combo-disabled', start: 'phone', isDisabled: true }),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => combo(say, { testId: 'combo-long', start: 'long' }),
    },
  ],
};
