import { Switch } from '../../../../../renderer/ui/Switch.tsx';
import type { ComponentPage } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

export const switchPage: ComponentPage = {
  id: 'switch',
  title: 'Switch',
  states: [
    {
      id: 'off',
      name: ['关，焦点', 'Off, focus'],
      focused: true,
      show: (say) => (
        <Kept start={false}>
          {(on, turn) => <Switch label={say('每晚备份', 'Back up every night')} value={on} onChange={turn} />}
        </Kept>
      ),
    },
    {
      id: 'on',
      name: ['开', 'On'],
      show: (say) => (
        <Kept start={true}>
          {(on, turn) => <Switch label={say('每晚备份', 'Back up every night')} value={on} onChange={turn} />}
        </Kept>
      ),
    },
    {
      id: 'disabled-off',
      name: ['关，不可用', 'Off, disabled'],
      show: (say) => (
        <Switch
          label={say('每晚备份', 'Back up every night')}
          value={false}
          disabled
          onChange={() => undefined}
        />
      ),
    },
    {
      id: 'disabled-on',
      name: ['开，不可用', 'On, disabled'],
      show: (say) => (
        <Switch label={say('每晚备份', 'Back up every night')} value disabled onChange={() => undefined} />
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Kept start={true}>
          {(on, turn) => (
            <Switch
              label={say(
                '保留他人之后更正的内容，只撤销本次合并带来的改动，其余一概不动',
                'Keep what others have corrected since, undo only what this merge changed and leave all else as it is',
              )}
              value={on}
              onChange={turn}
            />
          )}
        </Kept>
      ),
    },
  ],
};
