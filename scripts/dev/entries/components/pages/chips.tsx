import { Chip, Chips, SeveralChips } from '../../../../../renderer/ui/Chips.tsx';
import type { Choice } from '../../../../../renderer/ui/Select.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

type Id = 'repair' | 'fees' | 'parcel' | 'visitor';

const choicesIn = (say: Say): readonly Choice<Id>[] => [
  { value: 'repair', words: say('报修', 'Repair') },
  { value: 'fees', words: say('缴费', 'Fees') },
  { value: 'parcel', words: say('快递', 'Parcel') },
  { value: 'visitor', words: say('访客', 'Visitor') },
];

export const chipsPage: ComponentPage = {
  id: 'chips',
  title: 'Chips, SeveralChips, Chip',
  states: [
    {
      id: 'chosen',
      name: ['已选择', 'Chosen'],
      show: (say) => (
        <Kept<Id> start="fees">
          {(chosen, choose) => (
            <Chips
              label={say('原因', 'Reason')}
              choices={choicesIn(say)}
              value={chosen}
              onChange={choose}
              testId="chips"
            />
          )}
        </Kept>
      ),
    },
    {
      id: 'focus',
      name: ['未选择，焦点', 'None chosen, focus'],
      focused: true,
      show: (say) => (
        <Kept<Id | null> start={null}>
          {(chosen, choose) => (
            <Chips
              label={say('原因', 'Reason')}
              choices={choicesIn(say)}
              value={chosen}
              onChange={choose}
              more={{ words: say('更多…', 'More…'), show: () => undefined }}
              testId="chips-more"
            />
          )}
        </Kept>
      ),
    },
    {
      id: 'disabled',
      name: ['部分不可用', 'Some disabled'],
      show: (say) => (
        <Chips
          label={say('原因', 'Reason')}
          choices={choicesIn(say).map((choice) => ({ ...choice, disabled: choice.value !== 'repair' }))}
          value="repair"
          onChange={() => undefined}
          testId="chips-disabled"
        />
      ),
    },
    {
      id: 'all-disabled',
      name: ['已选择，不可用', 'Chosen and disabled'],
      show: (say) => (
        <Chips
          label={say('原因', 'Reason')}
          choices={choicesIn(say).map((choice) => ({ ...choice, disabled: true }))}
          value="fees"
          onChange={() => undefined}
          testId="chips-all-disabled"
        />
      ),
    },
    {
      id: 'several',
      name: ['可多选', 'Several'],
      show: (say) => (
        <Kept<readonly Id[]> start={['fees', 'visitor']}>
          {(chosen, choose) => (
            <SeveralChips
              label={say('包括哪些内容', 'What it covers')}
              choices={choicesIn(say)}
              value={chosen}
              onChange={choose}
              testId="chips-several"
            />
          )}
        </Kept>
      ),
    },
    {
      id: 'detail',
      name: ['两行', 'Two lines'],
      show: (say) => (
        <Kept<string> start="usual">
          {(chosen, choose) => (
            <fieldset>
              {(['usual', 'hidden'] as const).map((id) => (
                <Chip
                  key={id}
                  type="radio"
                  name="chips-detail"
                  chosen={chosen === id}
                  onChoose={() => choose(id)}
                  detail={say('剩 100,000 种可能', '100,000 left')}
                  testId={`chips-detail-${id}`}
                >
                  <span className="digits">{id === 'usual' ? '141****0000' : '***********'}</span>
                </Chip>
              ))}
            </fieldset>
          )}
        </Kept>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      wide: true,
      show: (say) => (
        <Chips
          label={say('原因', 'Reason')}
          choices={[
            ...choicesIn(say),
            {
              value: 'long',
              words: say(
                '配合公安机关或其他有权机关依法调取',
                'A lawful request by the police or another authority',
              ),
            },
            {
              value: 'longer',
              words: say(
                '设施故障可能危及相邻住户的紧急情况',
                'An emergency that may endanger the rooms beside or below',
              ),
            },
          ]}
          value="long"
          onChange={() => undefined}
          testId="chips-long"
        />
      ),
    },
  ],
};
