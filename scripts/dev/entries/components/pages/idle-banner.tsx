import { IdleBanner } from '../../../../../renderer/desk/IdleBanner.tsx';
import { idleStore } from '../../../../../renderer/stores.ts';
import type { ComponentPage } from '../component-page.ts';
import { Prepared } from '../Prepared.tsx';

const warned = () => {
  idleStore.getState().warn(Date.now() + 14_500);
  return () => idleStore.getState().tellDeadline(null);
};

export const idleBannerPage: ComponentPage = {
  id: 'idle-banner',
  title: 'IdleBanner',
  frame: 'window',
  states: [
    {
      id: 'warned',
      name: ['即将锁定', 'About to lock'],
      show: () => (
        <Prepared by={warned}>
          <IdleBanner />
        </Prepared>
      ),
    },
  ],
};
