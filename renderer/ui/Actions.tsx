/** What may be done, in a head or a foot, the main one first: of more than two, one or two stand there and the rest lies in a menu, which never holds but one. */
import { useTranslation } from '../messages/translate.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Menu, type MenuAction } from './Menu.tsx';

export interface Action extends Omit<MenuAction, 'isDanger'> {
  readonly weight?: NonNullable<ButtonProps['weight']>;
  readonly icon?: IconName;
}

interface ActionsProps {
  /** Test hook of the menu: `<name>-more`. */
  readonly name: string;
  /** Those that are false are left out. */
  readonly list: readonly (Action | false)[];
}

export function Actions({ name, list }: ActionsProps) {
  const { t } = useTranslation();
  const actions = list.filter((one) => one !== false);
  const standing = actions.length === 3 ? 1 : 2;
  const folded = actions.slice(standing);
  return (
    <>
      {actions.slice(0, standing).map(({ testId, words, icon, run, ...rest }, at) => (
        // Of a state's main action the next one's takes the place, and the focus with it.
        <Button key={at === 0 ? 'first' : testId} {...rest} data-testid={testId} onClick={run}>
          {icon !== undefined && <Icon name={icon} />} {words}
        </Button>
      ))}
      {folded.length > 0 && (
        <Menu
          words={t('common.more')}
          label={t('common.more')}
          testId={`${name}-more`}
          actions={folded.map(({ weight, ...action }) => ({ ...action, isDanger: weight === 'plainDanger' }))}
        />
      )}
    </>
  );
}
