/** A dialog over the screen; focus is held inside and given back when it closes. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface SheetProps {
  readonly title: string;
  readonly testId: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Sheet({ title, testId, wide = false, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={cx(css.overlay)}
    >
      <Modal className={cx(css.modal, wide && css.wide)}>
        <Dialog className={cx(css.dialog)} data-testid={testId}>
          <div className={cx(css.dialogHead)}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button weight="plain" onClick={onClose} shortcut="escape">
              {t('common.close')}
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
