/** Frame of sheets and drawers: the screen behind is veiled and inert, Escape or a press beside it closes, and the focus is held inside and given back. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { CloseButton } from './Button.tsx';
import { cx } from './cx.ts';
import css from './overlay.module.css';
import { ProofPlace, TaskPanelHost } from './task-panel-host.ts';
import { useEscape } from './use-escape.ts';

interface OverlayProps {
  readonly look: 'sheet' | 'drawer';
  readonly wide?: boolean;
  readonly title: string;
  readonly testId: string;
  readonly onClose: () => void;
  /** In its head, before the way out. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function Overlay({ look, wide = false, title, testId, onClose, beside, children }: OverlayProps) {
  useEscape(onClose);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      // Its own hears Escape only while the focus is inside.
      isKeyboardDismissDisabled
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={cx(css.overlay, css[look], 'shown-at-once')}
    >
      <Modal className={cx(css.box, 'shown-at-once')} data-wide={wide}>
        <Dialog className={cx(css.dialog)} data-testid={testId}>
          <div className={cx(css.head)}>
            {/* Read out where another thing takes the place of what was shown. */}
            <div aria-live="polite">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
            </div>
            {beside}
            <CloseButton testId={`${testId}-close`} onClose={onClose} />
          </div>
          <TaskPanelHost value={null}>
            <ProofPlace value={undefined}>{children}</ProofPlace>
          </TaskPanelHost>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
