import { Icon } from '../../../../../renderer/ui/Icon.tsx';
import { Points } from '../../../../../renderer/ui/Points.tsx';
import type { ComponentPage } from '../component-page.ts';

export const pointsPage: ComponentPage = {
  id: 'points',
  title: 'Points',
  states: [
    {
      id: 'usual',
      name: ['三点', 'Three points'],
      wide: true,
      show: (say) => (
        <Points>
          <li>
            <Icon name="two" /> {say('需要另一位主管在场。', 'Another supervisor has to be there.')}
          </li>
          <li>
            <Icon name="lock" /> {say('期间其他人不能登录。', 'Nobody else can sign in meanwhile.')}
          </li>
          <li>
            <Icon name="paper" />{' '}
            {say(
              '完成后打印新的恢复凭证，旧的恢复凭证不再有效，请当面销毁并在登记簿上签字。',
              'Afterwards a new recovery sheet is printed. The old one is void: destroy it before witnesses and sign the register.',
            )}
          </li>
        </Points>
      ),
    },
  ],
};
