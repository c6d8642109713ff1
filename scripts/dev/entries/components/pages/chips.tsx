import { Chip, Chips, SeveralChips } from '../../../../../renderer/ui/Chips.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

type Id = 'repair' | 'fees' | 'parcel' | 'visitor';

const optionsOf = (say: Say): readonly { readonly id: Id; readonly label: string }[] => [
  { id: 'repair', label: say('报修', 'Repair') },
  { id: 'fees', label: say('缴费', 'Fees') },
  { id: 'parcel', label: say('快递', 'Parcel') },
  { id: 'visitor', label: say('访客', 'Visitor') },
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
              options={optionsOf(say)}
              chosen={chosen}
              onChoose={choose}
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
              options={optionsOf(say)}
              chosen={chosen}
              onChoose={choose}
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
          options={optionsOf(say).map((option) => ({ ...option, disabled: option.id !== 'repair' }))}
          chosen="repair"
          onChoose={() => undefined}
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
          options={optionsOf(say).map((option) => ({ ...option, disabled: true }))}
          chosen="fees"
          onChoose={() => undefined}
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
              options={optionsOf(say)}
              chosen={chosen}
              onChoose={choose}
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
          options={[
            ...optionsOf(say),
            {
              id: 'long',
              label: say(
                '配合公安机关或其他有权机关依法调取',
                'A lawful request by the police or another authority',
              ),
            },
            {
              id: 'longer',
              label: say(
                '设施故障可能危及相邻住户的紧急情况',
                'An emergency that may endanger the rooms beside or below',
              ),
            },
          ]}
          chosen="long"
          onChoose={() => undefined}
          testId="chips-long"
        />
      ),
    },
  ],
};
