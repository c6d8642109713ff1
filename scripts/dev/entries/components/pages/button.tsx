import { Button, type ButtonProps, CloseButton } from '../../../../../renderer/ui/Button.tsx';
import { Icon } from '../../../../../renderer/ui/Icon.tsx';
import type { ComponentPage, Said, Say } from '../component-page.ts';

const KINDS: readonly (readonly [NonNullable<ButtonProps['weight']>, Said])[] = [
  ['main', ['登记', 'Record']],
  ['normal', ['打印', 'Print']],
  ['plain', ['更正', 'Correct']],
  ['amber', ['显示', 'Show']],
  ['danger', ['删除登记', 'Delete record']],
  ['plainDanger', ['删除…', 'Delete…']],
];

const allKinds = (say: Say, props: ButtonProps = {}) => (
  <p className="line3">
    {KINDS.map(([weight, words]) => (
      <Button key={weight} weight={weight} {...props}>
        {say(...words)}
      </Button>
    ))}
  </p>
);

export const buttonPage: ComponentPage = {
  id: 'button',
  title: 'Button',
  states: [
    { id: 'kinds', name: ['各类', 'Kinds'], wide: true, show: (say) => allKinds(say) },
    {
      id: 'disabled',
      name: ['不可用', 'Disabled'],
      wide: true,
      show: (say) => allKinds(say, { disabled: true }),
    },
    {
      id: 'close',
      name: ['关闭', 'Close'],
      show: () => <CloseButton testId="close" onClose={() => undefined} />,
    },
    {
      id: 'focus',
      name: ['焦点', 'Focus'],
      focused: true,
      show: (say) => <Button weight="main">{say('登记', 'Record')}</Button>,
    },
    {
      id: 'shortcut',
      name: ['快捷键', 'Shortcut'],
      show: (say) => (
        <p className="line3">
          <Button weight="amber" shortcut="reveal">
            {say('显示', 'Show')}
          </Button>
          <Button shortcut="escape">{say('取消', 'Cancel')}</Button>
          <Button weight="plain" shortcut="lock">
            {say('锁定', 'Lock')}
          </Button>
        </p>
      ),
    },
    {
      id: 'icon',
      name: ['带图标', 'With an icon'],
      show: (say) => (
        <p className="line3">
          <Button>
            <Icon name="plus" /> {say('添加住户', 'Add resident')}
          </Button>
          <Button weight="plain">
            <Icon name="lock" /> {say('锁定', 'Lock')}
          </Button>
        </p>
      ),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Button weight="danger">
          {say('删除 3 栋 2 单元 1201 的装修登记和附件', 'Delete the renovation record of room 3-2-1201')}
        </Button>
      ),
    },
  ],
};
