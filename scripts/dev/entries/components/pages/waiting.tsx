import { Waiting } from '../../../../../renderer/ui/Waiting.tsx';
import type { ComponentPage } from '../component-page.ts';

export const waitingPage: ComponentPage = {
  id: 'waiting',
  title: 'Waiting',
  states: [
    { id: 'slow', name: ['等待 0.2 秒以后', 'After 0.2 seconds'], show: () => <Waiting testId="waiting" /> },
  ],
};
