import { Rail } from '../../../../../renderer/ui/Rail.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const stepsOf = (say: Say): readonly string[] => [
  say('选择文件', 'Choose a file'),
  say('核对各列', 'Check the columns'),
  say('导入预览', 'Preview'),
];

export const railPage: ComponentPage = {
  id: 'rail',
  title: 'Rail',
  states: [
    {
      id: 'first',
      name: ['第一步', 'First step'],
      show: (say) => <Rail label={say('步骤', 'Steps')} steps={stepsOf(say)} now={0} />,
    },
    {
      id: 'middle',
      name: ['第二步', 'Second step'],
      show: (say) => <Rail label={say('步骤 2', 'Steps, 2')} steps={stepsOf(say)} now={1} />,
    },
    {
      id: 'done',
      name: ['全部完成', 'All done'],
      show: (say) => <Rail label={say('步骤 3', 'Steps, 3')} steps={stepsOf(say)} now={3} />,
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Rail
          label={say('步骤 4', 'Steps, 4')}
          steps={[
            say(
              '打印恢复凭证，分两处存放，并由两位主管共同签字',
              'Print the recovery sheet, keep it in two places, signed by two supervisors',
            ),
            say('完成', 'Finish'),
          ]}
          now={0}
        />
      ),
    },
  ],
};
