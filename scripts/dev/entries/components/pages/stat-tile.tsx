import { Button } from '../../../../../renderer/ui/Button.tsx';
import { type StatReading, StatTile } from '../../../../../renderer/ui/StatTile.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const nothing = (): void => undefined;

const tile = (say: Say, testId: string, reading: StatReading | null, title = say('备份', 'Backups')) => (
  <StatTile icon="system" title={title} reading={reading} failure={null} onAgain={nothing} testId={testId}>
    <Button>{say('前往备份', 'Go to backups')}</Button>
  </StatTile>
);

export const statTilePage: ComponentPage = {
  id: 'stat-tile',
  title: 'StatTile',
  states: [
    {
      id: 'good',
      name: ['正常', 'Good'],
      show: (say) =>
        tile(say, 'tile-good', {
          tone: 'good',
          state: say('正常', 'In order'),
          fact: say('昨天 23:00 备份', 'Made yesterday at 23:00'),
        }),
    },
    {
      id: 'amber',
      name: ['提醒', 'Due soon'],
      show: (say) =>
        tile(say, 'tile-amber', {
          tone: 'amber',
          state: say('即将到期', 'Due soon'),
          fact: say('还有 2 天', 'Two days left'),
        }),
    },
    {
      id: 'harm',
      name: ['逾期', 'Overdue'],
      show: (say) =>
        tile(say, 'tile-harm', {
          tone: 'harm',
          state: say('已逾期', 'Overdue'),
          fact: say('逾期 3 天', 'Three days overdue'),
        }),
    },
    { id: 'waiting', name: ['读取中', 'Being read'], show: (say) => tile(say, 'tile-waiting', null) },
    {
      id: 'failed',
      name: ['读取失败', 'Could not be read'],
      show: (say) => (
        <StatTile
          icon="system"
          title={say('备份', 'Backups')}
          reading={null}
          failure={{ code: 'store-damaged', details: {} }}
          onAgain={nothing}
          testId="tile-failed"
        >
          <Button>{say('前往备份', 'Go to backups')}</Button>
        </StatTile>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) =>
        tile(
          say,
          'tile-long',
          {
            tone: 'harm',
            state: say('恢复演练已逾期，从未完成', 'Test restore overdue, never finished'),
            fact: say(
              '最近一次备份在 2026-01-31 23:00，写入 3 个位置中的 2 个',
              'Last made on 2026-01-31 at 23:00, in two of three places',
            ),
          },
          say('备份、恢复演练与异地存放', 'Backups, test restores and the copy elsewhere'),
        ),
    },
  ],
};
