import { Button } from '../../../../../renderer/ui/Button.tsx';
import { EmptyState } from '../../../../../renderer/ui/EmptyState.tsx';
import type { ComponentPage } from '../component-page.ts';

export const emptyStatePage: ComponentPage = {
  id: 'empty-state',
  title: 'EmptyState',
  states: [
    {
      id: 'button',
      name: ['有按钮', 'With a button'],
      show: (say) => (
        <EmptyState
          drawing="records"
          title={say('还没有住户', 'No residents yet')}
          words={say('导入业主台账，或逐户登记。', 'Import a spreadsheet, or record them one by one.')}
        >
          <Button weight="main">{say('导入台账', 'Import a spreadsheet')}</Button>
        </EmptyState>
      ),
    },
    {
      id: 'sentence',
      name: ['只有一句话', 'A sentence alone'],
      show: (say) => <EmptyState drawing="bell" words={say('没有预警。', 'There are no alerts.')} />,
    },
    {
      id: 'small',
      name: ['小', 'Small'],
      show: (say) => (
        <EmptyState small drawing="paper" words={say('没有登记备注。', 'No notes are recorded.')}>
          <Button weight="plain">{say('添加备注', 'Add a note')}</Button>
        </EmptyState>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <EmptyState
          drawing="search"
          title={say('没有符合全部筛选条件的操作记录', 'No entry of the log fits everything that was chosen')}
          words={say(
            '所选的两天之间没有这位人员的操作。请放宽日期，或清除全部筛选条件。',
            'Between the two days that are chosen this person did nothing. Choose other days, or clear all of it.',
          )}
        >
          <Button>{say('清除筛选', 'Clear')}</Button>
        </EmptyState>
      ),
    },
  ],
};
