/** Every page and action that is open to whoever is signed in, by its name: written, in pinyin or by its initials. */
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useTranslation } from '../messages/translate.ts';
import type { PageName } from '../pages/define-page.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { actionsOf, areasOf } from './areas.ts';
import { DESK_COMMANDS } from './desk-commands.ts';
import css from './desk.module.css';
import { PAGES } from './pages.ts';
import { isSpelled, spellingsOf } from './palette-spellings.ts';

interface Entry {
  readonly id: string;
  /** The area, where it is a page. */
  readonly area: string | null;
  readonly words: string;
  readonly shortcut: string | undefined;
  readonly spellings: readonly string[];
  readonly run: () => void;
}

export function CommandPalette() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useEntries().filter(({ spellings }) => isSpelled(spellings, typed));
  const { closeDialog } = deskStore.getState();
  useEscape(closeDialog);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      isKeyboardDismissDisabled
      onOpenChange={(open) => !open && closeDialog()}
      className={cx(css.paletteOverlay, 'shown-at-once')}
    >
      <Modal className={cx(css.palette, 'shown-at-once')}>
        <Dialog
          className={cx(css.paletteDialog)}
          aria-label={t('palette.title')}
          data-testid="dialog-palette"
        >
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField autoFocus aria-label={t('palette.title')}>
              <Input
                className={cx(css.paletteInput)}
                placeholder={t('palette.hint')}
                data-testid="palette-input"
              />
            </TextField>
            <Menu
              className={cx(css.paletteList)}
              aria-label={t('palette.title')}
              items={found}
              renderEmptyState={() => (
                <div className={cx(css.paletteNone)}>
                  <EmptyState small drawing="search" words={t('palette.none')} />
                </div>
              )}
            >
              {({ id, area, words, shortcut, run }) => (
                <MenuItem
                  id={id}
                  textValue={words}
                  className={cx(css.menuItem)}
                  data-testid={`palette-${id}`}
                  // The dialog gives the focus back as it goes; what takes it next comes after that.
                  onAction={() => {
                    closeDialog();
                    requestAnimationFrame(run);
                  }}
                >
                  <span>
                    {area !== null && <span className={cx('quiet')}>{area} · </span>}
                    {words}
                  </span>
                  {shortcut !== undefined && <kbd>{shortcut}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useEntries(): readonly Entry[] {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  return useMemo(() => {
    const areas = areasOf(PAGES, role);
    const pages = areas.flatMap(({ area, pages: inArea }) =>
      inArea.map((page) => ({
        id: page.name,
        area: t(`areas.${area}`),
        words: page.title(t),
        shortcut: undefined,
        spellings: [...spellingsOf(page.title(t)), ...spellingsOf((page.tab ?? page.title)(t))],
        run: () => deskStore.getState().go(page.name as PageName),
      })),
    );
    const actions = [...areas.flatMap((one) => actionsOf(one.pages, role)), ...DESK_COMMANDS].map(
      ({ id, words, shortcut, run }) => ({
        id,
        area: null,
        words: words(t),
        shortcut: shortcut?.shown,
        spellings: spellingsOf(words(t)),
        run,
      }),
    );
    return [...pages, ...actions];
  }, [t, role]);
}
