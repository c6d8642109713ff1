import { Badge } from '../../../../../renderer/ui/Badge.tsx';
import { Icon } from '../../../../../renderer/ui/Icon.tsx';
import type { ComponentPage } from '../component-page.ts';

export const badgePage: ComponentPage = {
  id: 'badge',
  title: 'Badge',
  states: [
    {
      id: 'tones',
      name: ['各种颜色', 'Tones'],
      show: (say) => (
        <p className="line3">
          <Badge>{say('租户', 'Tenant')}</Badge>
          <Badge tone="accent">{say('业主', 'Owner')}</Badge>
          <Badge tone="amber">{say('待确认', 'Needs review')}</Badge>
          <Badge tone="harm">{say('已拒绝', 'Refused')}</Badge>
          <Badge tone="good">{say('已完成', 'Done')}</Badge>
        </p>
      ),
    },
    {
      id: 'icon',
      name: ['带图标', 'With an icon'],
      show: (say) => (
        <p className="line3">
          <Badge tone="accent">
            <Icon name="two" /> {say('两人查看', 'Two people')}
          </Badge>
          <Badge tone="amber">
            <Icon name="warn" /> {say('已逾期', 'Overdue')}
          </Badge>
        </p>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Badge tone="harm">
          {say('登记已超过保存期限，等待主管决定', 'Past its retention period, waiting for a supervisor')}
        </Badge>
      ),
    },
  ],
};
