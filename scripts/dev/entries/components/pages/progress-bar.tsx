import { ProgressBar } from '../../../../../renderer/ui/ProgressBar.tsx';
import type { ComponentPage } from '../component-page.ts';

export const progressBarPage: ComponentPage = {
  id: 'progress-bar',
  title: 'ProgressBar',
  states: [
    {
      id: 'none',
      name: ['刚开始', 'Begun'],
      show: (say) => <ProgressBar share={0} label={say('导入', 'Import')} />,
    },
    {
      id: 'half',
      name: ['一半', 'Half'],
      show: (say) => <ProgressBar share={0.5} label={say('导入', 'Import')} />,
    },
    {
      id: 'done',
      name: ['完成', 'Done'],
      show: (say) => <ProgressBar share={1} label={say('导入', 'Import')} />,
    },
    {
      id: 'unknown',
      name: ['进度未知', 'Nobody can say'],
      show: (say) => <ProgressBar share={null} label={say('导入', 'Import')} />,
    },
  ],
};
