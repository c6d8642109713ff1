/** Every page and action that is open to whoever is signed in, by its name or by what people call it: written, in pinyin or by its initials. */
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
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useEscape } from '../ui/use-escape.ts';
import css from './desk.module.css';
import { findEntries, paletteEntries } from './palette-entries.ts';

export function CommandPalette() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { role } = useDesk().signedIn;
  const entries = useMemo(() => paletteEntries(role), [role]);
  const found = findEntries(entries, typed);
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
              {({ id, tab, words, shortcut, run }) => (
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
                    {words}{' '}
                    {tab !== null && t(`tabs.${tab}`) !== words && (
                      <span className="quiet small">{t(`tabs.${tab}`)}</span>
                    )}
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
