import { DayField } from '../../../../../renderer/ui/DayField.tsx';
import { DayInput } from '../../../../../renderer/ui/DayInput.tsx';
import { Field } from '../../../../../renderer/ui/Field.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

const day = (say: Say, testId: string, start: string, problem: string | null = null) => (
  <Kept start={start}>
    {(value, keep) => (
      <DayField
        label={say('迁入日期', 'Moved in on')}
        hint="2026-01-31"
        problem={problem}
        value={value}
        testId={testId}
        onChange={keep}
      />
    )}
  </Kept>
);

export const dayInputPage: ComponentPage = {
  id: 'day-input',
  title: 'DayField, DayInput',
  states: [
    {
      id: 'empty',
      name: ['空，焦点', 'Empty, focus'],
      focused: true,
      show: (say) => day(say, 'day-empty', ''),
    },
    { id: 'filled', name: ['已填写', 'Filled in'], show: (say) => day(say, 'day-filled', '2026-01-31') },
    {
      id: 'wrong',
      name: ['有误', 'Wrong'],
      show: (say) =>
        day(
          say,
          'day-wrong',
          '2026-02-31',
          say('没有这一天，请核对日期。', 'There is no such day. Check the date.'),
        ),
    },
    {
      id: 'disabled',
      name: ['不可用', 'Disabled'],
      show: (say) => (
        <Field label={say('迁入日期', 'Moved in on')}>
          {(ids) => (
            <DayInput
              input={{ ...ids, value: '2026-01-31', 'data-testid': 'day-disabled' }}
              disabled
              onChange={() => undefined}
            />
          )}
        </Field>
      ),
    },
  ],
};
