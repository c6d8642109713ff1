import { Button } from '../../../../../renderer/ui/Button.tsx';
import { PageHeader } from '../../../../../renderer/ui/PageHeader.tsx';
import type { ComponentPage } from '../component-page.ts';

export const pageHeaderPage: ComponentPage = {
  id: 'page-header',
  title: 'PageHeader',
  states: [
    {
      id: 'alone',
      name: ['没有按钮', 'Without buttons'],
      wide: true,
      show: (say) => (
        <PageHeader
          title={say('操作记录', 'Log')}
          lead={say('谁在什么时候做了什么。', 'Who did what, and when.')}
        />
      ),
    },
    {
      id: 'buttons',
      name: ['有按钮', 'With buttons'],
      wide: true,
      show: (say) => (
        <PageHeader
          title={say('人员', 'Staff')}
          lead={say('可以登录的人员及其角色。', 'Who may sign in, and as what.')}
        >
          <Button weight="main">{say('添加人员', 'Add staff')}</Button>
          <Button>{say('打印名单', 'Print the list')}</Button>
        </PageHeader>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      wide: true,
      show: (say) => (
        <PageHeader
          title={say(
            '已超过保存期限、等待主管决定的登记',
            'Records past their retention period that wait for a supervisor',
          )}
          lead={say(
            '每条登记都说明保存期限从哪一天起算、依据哪一项制度；删除需要两位主管分别确认，删除后 30 天内可以恢复。',
            'Each says from which day its retention period counts and by which procedure. Two supervisors confirm a deletion, each by their own PIN; it can be undone within 30 days.',
          )}
        >
          <Button weight="main">{say('逐条处理', 'Review one by one')}</Button>
          <Button>{say('打印清单', 'Print the list')}</Button>
        </PageHeader>
      ),
    },
  ],
};
