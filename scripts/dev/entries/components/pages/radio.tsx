import { Radio } from '../../../../../renderer/ui/Radio.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

type Id = 'same' | 'other' | 'leave-out';

const optionsOf = (say: Say): readonly { readonly id: Id; readonly label: string }[] => [
  {
    id: 'same',
    label: say('同一个人：档案中的 邢** · 3-1-502', 'The same person: Xing in the records · 3-1-502'),
  },
  { id: 'other', label: say('另一个人', 'Somebody else') },
  { id: 'leave-out', label: say('先不导入', 'Leave out for now') },
];

function Radios({
  say,
  start,
  name,
}: {
  readonly say: Say;
  readonly start: Id | null;
  readonly name: string;
}) {
  return (
    <Kept<Id | null> start={start}>
      {(chosen, choose) => (
        <fieldset>
          <legend>{say('这一行是谁？', 'Who is in this row?')}</legend>
          {optionsOf(say).map(({ id, label }) => (
            <Radio
              key={id}
              name={name}
              chosen={chosen === id}
              onChoose={() => choose(id)}
              testId={`${name}-${id}`}
            >
              {label}
            </Radio>
          ))}
        </fieldset>
      )}
    </Kept>
  );
}

export const radioPage: ComponentPage = {
  id: 'radio',
  title: 'Radio',
  states: [
    {
      id: 'chosen',
      name: ['已选择', 'Chosen'],
      show: (say) => <Radios say={say} start="other" name="radio" />,
    },
    {
      id: 'focus',
      name: ['未选择，焦点', 'None chosen, focus'],
      focused: true,
      show: (say) => <Radios say={say} start={null} name="radio-focus" />,
    },
  ],
};
