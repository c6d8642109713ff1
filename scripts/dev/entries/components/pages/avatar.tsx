import { Avatar } from '../../../../../renderer/ui/Avatar.tsx';
import type { ComponentPage } from '../component-page.ts';

export const avatarPage: ComponentPage = {
  id: 'avatar',
  title: 'Avatar',
  states: [
    {
      id: 'sizes',
      name: ['大、小', 'Large, small'],
      show: (say) => (
        <p className="line3">
          <Avatar name={say('覃柒', 'Qin')} />
          <Avatar name={say('覃柒', 'Qin')} size="small" />
        </p>
      ),
    },
    {
      id: 'beside-a-name',
      name: ['姓名旁', 'Beside a name'],
      show: (say) => (
        <p className="line3">
          <Avatar name={say('欧*', 'o*')} />
          <b>{say('欧**', 'Ou**')}</b>
        </p>
      ),
    },
    { id: 'empty', name: ['姓名为空', 'Without a name'], show: () => <Avatar name="" /> },
  ],
};
