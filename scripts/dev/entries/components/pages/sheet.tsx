import { Button } from '../../../../../renderer/ui/Button.tsx';
import { FormActions } from '../../../../../renderer/ui/FormActions.tsx';
import { Sheet } from '../../../../../renderer/ui/Sheet.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const sheet = (say: Say, title: string, paragraphs: number, isWide = false) => (
  <Sheet title={title} testId="component-sheet" wide={isWide} onClose={() => undefined}>
    {Array.from({ length: paragraphs }, (_, at) => (
      <p key={at}>
        {say(
          '已填写的内容尚未保存，离开后需要重新填写。',
          'What you have filled in is not saved. If you leave, it has to be filled in again.',
        )}
      </p>
    ))}
    <FormActions>
      <Button weight="main">{say('继续填写', 'Keep editing')}</Button>
      <Button>{say('不保存并离开', 'Leave without saving')}</Button>
    </FormActions>
  </Sheet>
);

export const sheetPage: ComponentPage = {
  id: 'sheet',
  title: 'Sheet',
  frame: 'window',
  states: [
    {
      id: 'short',
      name: ['短', 'Short'],
      show: (say) => sheet(say, say('内容尚未保存', 'Not saved yet'), 1),
    },
    {
      id: 'long',
      name: ['长标题，长内容', 'Long title, long content'],
      show: (say) =>
        sheet(
          say,
          say(
            '3 栋 2 单元 1201 的装修登记尚未保存，也没有打印',
            'The renovation record of room 3-2-1201 is neither saved nor printed',
          ),
          24,
        ),
    },
    {
      id: 'wide',
      name: ['宽', 'Wide'],
      show: (say) => sheet(say, say('全部快捷键', 'All shortcuts'), 4, true),
    },
  ],
};
