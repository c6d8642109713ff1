/** A few things to do behind one button: opened by a press, Enter, Space or an arrow, chosen by arrows or by their first letters, left by Escape. */
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import css from './select.module.css';
import menu from './menu.module.css';
import ui from './ui.module.css';

export interface MenuAction {
  readonly words: string;
  /** Something is taken away for good. */
  readonly isDanger?: boolean;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly run: () => void;
}

interface MenuProps {
  readonly words: string;
  /** Accessible name, where several menus have the same words. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly testId: string;
}

export function Menu({ words, label, actions, testId }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        className={cx(ui.button, ui.plain, menu.trigger)}
        aria-label={label}
        data-testid={testId}
        data-holds={actions.map((action) => action.testId).join(' ')}
      >
        {words}
        <Icon name="down" />
      </AriaButton>
      <Popover className={cx(css.popover)}>
        <AriaMenu className={cx(css.list)} aria-label={label}>
          {actions.map(({ words: action, isDanger = false, disabled = false, testId: itemId, run }) => (
            <MenuItem
              key={itemId}
              id={itemId}
              textValue={action}
              isDisabled={disabled}
              className={cx('row3', css.choice, isDanger && menu.danger)}
              data-testid={itemId}
              onAction={run}
            >
              {action}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
