import { Ring } from '../../../../../renderer/ui/Ring.tsx';
import { StatusRing } from '../../../../../renderer/ui/StatusRing.tsx';
import type { ComponentPage } from '../component-page.ts';

export const ringPage: ComponentPage = {
  id: 'ring',
  title: 'Ring, StatusRing',
  states: [
    {
      id: 'running-down',
      name: ['从满到空', 'From full to empty'],
      show: (say) => (
        <p className="line3">
          {[20, 12, 5, 0].map((left) => (
            <Ring key={left} left={left} of={20} label={say(`剩余 ${left} 秒`, `${left} seconds left`)} />
          ))}
        </p>
      ),
    },
    {
      id: 'long',
      name: ['三位数', 'Three digits'],
      show: (say) => <Ring left={180} of={300} label={say('剩余 180 秒', '180 seconds left')} />,
    },
    {
      id: 'status',
      name: ['未开始、一半、已完成', 'Not begun, half, done'],
      show: (say) => (
        <p className="line3">
          <StatusRing share={0} /> {say('未开始', 'Not begun')} <StatusRing share={0.5} />{' '}
          {say('一半', 'Half')} <StatusRing share={1} /> {say('已完成', 'Done')}
        </p>
      ),
    },
  ],
};
