import { Actions } from '../../../../../renderer/ui/Actions.tsx';
import { Menu } from '../../../../../renderer/ui/Menu.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const actionsOf = (say: Say, testId: string) => [
  { words: say('改名', 'Rename'), testId: `${testId}-rename`, run: () => undefined },
  { words: say('调整角色', 'Change role'), testId: `${testId}-role`, run: () => undefined },
  {
    words: say('离职', 'Leave'),
    isDanger: true,
    testId: `${testId}-leave`,
    run: () => undefined,
  },
];

const menu = (say: Say, testId: string, words: string) => (
  <Menu words={words} label={`${words} · 王前台`} actions={actionsOf(say, testId)} testId={testId} />
);

export const menuPage: ComponentPage = {
  id: 'menu',
  title: 'Menu',
  states: [
    {
      id: 'usual',
      name: ['普通，焦点', 'Usual, focus'],
      focused: true,
      show: (say) => menu(say, 'menu-usual', say('办理', 'Actions')),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      wide: true,
      show: (say) =>
        menu(say, 'menu-long', say('办理这一位的各项变更', 'What can be changed of this member of staff')),
    },
    {
      id: 'actions',
      name: ['多项操作', 'Several actions'],
      wide: true,
      show: (say) => (
        <Actions
          name="several"
          list={[
            { testId: 'add', words: say('登记', 'Add'), weight: 'main', icon: 'plus', run: () => undefined },
            { testId: 'count', words: say('盘点', 'Count'), disabled: true, run: () => undefined },
            ...actionsOf(say, 'several'),
          ]}
        />
      ),
    },
  ],
};
