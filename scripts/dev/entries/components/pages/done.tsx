import { Done } from '../../../../../renderer/ui/Done.tsx';
import type { ComponentPage } from '../component-page.ts';

export const donePage: ComponentPage = {
  id: 'done',
  title: 'Done',
  states: [
    {
      id: 'usual',
      name: ['完成', 'Done'],
      show: (say) => <Done>{say('已备份到 2 处', 'Backed up in two places')}</Done>,
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Done>
          {say(
            '全部密钥均已更换，旧的恢复凭证已作废，所有人员下次登录时设置新的 PIN',
            'Every key is replaced, the old recovery sheet is void, and everybody sets a new PIN when they next sign in',
          )}
        </Done>
      ),
    },
  ],
};
