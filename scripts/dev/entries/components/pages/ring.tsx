import { cx } from '../../../../../renderer/ui/cx.ts';
import { Ring } from '../../../../../renderer/ui/Ring.tsx';
import type { ComponentPage } from '../component-page.ts';
import css from '../components.module.css';

export const ringPage: ComponentPage = {
  id: 'ring',
  title: 'Ring',
  states: [
    {
      id: 'running-down',
      name: ['从满到空', 'From full to empty'],
      show: (say) => (
        <p className={cx(css.row)}>
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
  ],
};
