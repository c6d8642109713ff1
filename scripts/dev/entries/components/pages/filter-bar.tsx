import { FilterBar, FilterDay, FilterSelect } from '../../../../../renderer/ui/FilterBar.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

interface Chosen {
  readonly from?: string | undefined;
  readonly staff?: 'lin' | 'chen' | undefined;
}

const NOTHING: Chosen = {};

const bar = (say: Say, testId: string, start: Chosen, isDisabled = false, problem: string | null = null) => (
  <Kept start={start}>
    {(chosen, keep) => (
      <FilterBar
        label={`${say('筛选', 'Filter')} ${testId}`}
        clearWords={say('清除', 'Clear')}
        testId={testId}
        active={chosen.from !== undefined || chosen.staff !== undefined}
        onClear={() => keep(NOTHING)}
      >
        <FilterDay
          label={say('开始日期', 'From')}
          value={chosen.from}
          problem={problem}
          disabled={isDisabled}
          testId={`${testId}-from`}
          onChoose={(from) => keep({ ...chosen, from })}
        />
        <FilterSelect
          label={say('人员', 'Staff')}
          allWords={say('全部人员', 'All staff')}
          choices={[
            { value: 'lin', words: say('林前台', 'Lin') },
            { value: 'chen', words: say('陈主管', 'Chen') },
          ]}
          value={chosen.staff}
          disabled={isDisabled}
          testId={`${testId}-staff`}
          onChoose={(staff) => keep({ ...chosen, staff })}
        />
      </FilterBar>
    )}
  </Kept>
);

export const filterBarPage: ComponentPage = {
  id: 'filter-bar',
  title: 'FilterBar, FilterDay, FilterSelect',
  states: [
    {
      id: 'empty',
      name: ['未筛选，焦点', 'Nothing chosen, focus'],
      wide: true,
      focused: true,
      show: (say) => bar(say, 'filter-empty', NOTHING),
    },
    {
      id: 'active',
      name: ['已筛选', 'Something chosen'],
      wide: true,
      show: (say) => bar(say, 'filter-active', { from: '2026-01-31', staff: 'lin' }),
    },
    {
      id: 'wrong',
      name: ['日期有误', 'A wrong day'],
      wide: true,
      show: (say) =>
        bar(say, 'filter-wrong', { from: '2026-01-31' }, false, say('晚于结束日期', 'After the end')),
    },
    {
      id: 'disabled',
      name: ['不可用', 'Disabled'],
      wide: true,
      show: (say) => bar(say, 'filter-disabled', NOTHING, true),
    },
  ],
};
