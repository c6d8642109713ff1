/** Who is signed in, and behind it what is theirs alone: how the screen looks, the keys, a visitor at the counter. */
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from '../messages/translate.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { DESK_COMMANDS } from './desk-commands.ts';
import css from './desk.module.css';
import { usePageHeld } from './page-held.ts';

export function AccountMenu() {
  const { t } = useTranslation();
  const { displayName, role } = useDesk().signedIn;
  const isHeld = usePageHeld();
  return (
    <MenuTrigger>
      <AriaButton className={cx('row2', css.account)} data-testid="account">
        <Avatar name={displayName} size="small" />
        <span className={cx(css.accountName)} data-testid="signed-in">
          <span className="hidden-text">{t('counter.signedIn')}</span>
          <b>{displayName}</b> <span className={cx('quiet')}>{t(`roles.${role}`)}</span>
        </span>
        <Icon name="down" />
      </AriaButton>
      <Popover placement="top end" className={cx(css.popover)}>
        <Menu className={cx(css.menu)} disabledKeys={isHeld ? ['privacy'] : []}>
          {DESK_COMMANDS.map(({ id, words, shortcut, run }) => (
            <MenuItem
              key={id}
              id={id}
              className={cx(css.menuItem)}
              data-testid={`menu-${id}`}
              // The menu gives the focus back as it goes; what takes it next comes after that.
              onAction={() => requestAnimationFrame(run)}
            >
              {words(t)} {shortcut !== undefined && <kbd>{shortcut.shown}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
