import { Button } from '../../../../../renderer/ui/Button.tsx';
import { Drawer } from '../../../../../renderer/ui/Drawer.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const nothing = (): void => undefined;

const drawer = (say: Say, title: string, paragraphs: number) => (
  <Drawer
    title={title}
    testId="component-drawer"
    onClose={nothing}
    onStep={nothing}
    foot={
      <>
        <Button disabled>{say('较新一条', 'Newer')}</Button>
        <Button>{say('较早一条', 'Older')}</Button>
      </>
    }
  >
    {Array.from({ length: paragraphs }, (_, at) => (
      <p key={at}>
        {say(
          '2026-01-31 16:20，林前台按“报修”显示了 3 栋 2 单元 1201 住户的电话，20 秒后自动隐藏。',
          'On 2026-01-31 at 16:20 Lin showed the phone number of a resident of room 3-2-1201 for a repair. It was hidden after 20 seconds.',
        )}
      </p>
    ))}
  </Drawer>
);

export const drawerPage: ComponentPage = {
  id: 'drawer',
  title: 'Drawer',
  frame: 'window',
  states: [
    { id: 'short', name: ['短', 'Short'], show: (say) => drawer(say, say('记录 1024', 'Entry 1024'), 1) },
    {
      id: 'long',
      name: ['长标题，长内容', 'Long title, long content'],
      show: (say) =>
        drawer(
          say,
          say(
            '记录 1024：更正车位登记并重新核实租赁合同',
            'Entry 1024: corrected a parking space and checked the lease again',
          ),
          16,
        ),
    },
  ],
};
