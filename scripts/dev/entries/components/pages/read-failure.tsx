import { ReadFailure } from '../../../../../renderer/ui/ReadFailure.tsx';
import type { ComponentPage } from '../component-page.ts';

const nothing = (): void => undefined;

export const readFailurePage: ComponentPage = {
  id: 'read-failure',
  title: 'ReadFailure',
  states: [
    {
      id: 'failed',
      name: ['读取失败，焦点', 'Could not be read, focus'],
      focused: true,
      show: () => (
        <ReadFailure failure={{ code: 'store-damaged', details: {} }} testId="read-again" onAgain={nothing} />
      ),
    },
    {
      id: 'busy',
      name: ['重试中', 'Being tried again'],
      show: () => (
        <ReadFailure
          failure={{ code: 'disk-full', details: {} }}
          disabled
          testId="read-again-busy"
          onAgain={nothing}
        />
      ),
    },
    {
      id: 'none',
      name: ['没有失败，不显示', 'No failure, nothing shown'],
      show: () => <ReadFailure failure={null} testId="read-again-none" onAgain={nothing} />,
    },
  ],
};
