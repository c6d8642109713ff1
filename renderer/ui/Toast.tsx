/**
 * Where toasts appear. The place of the live region is there before its words are, so that they are read out without interrupting; the
 * clock stops while a toast is pointed at or has the focus; F6 leads to it from anywhere (React Aria's landmarks), and back by Shift+F6.
 */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { UNSAFE_PortalProvider } from 'react-aria/PortalProvider';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as AriaToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { useTranslation } from '../messages/translate.ts';
import type { Key } from '../keys.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import css from './toast.module.css';
import { type ToastContent, toastsStore } from './toasts.ts';

const TOAST_MS = 6_000;

export function Toasts({ undoKey }: { readonly undoKey: Pick<Key, 'shown'> }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const { toast: shown, undo, open } = useStore(toastsStore);
  const queue = useMemo(() => (shown === null ? null : queueOf(shown)), [shown]);
  useEffect(() => open(), [open]);
  return (
    <div ref={setPlace} className={cx(css.place)} role="status">
      {/* Begun anew for each: a region that was empty at first is no landmark. */}
      {queue !== null && (
        <UNSAFE_PortalProvider getContainer={() => place}>
          <AriaToastRegion queue={queue} aria-label={t('toast.region')} className={cx(css.region)}>
            {({ toast }) => (
              <AriaToast toast={toast} className={cx('row2', css.toast)} data-testid="toast">
                <Icon name="check" />
                {/* The place is what is read out; an alert within it would interrupt. */}
                <AriaToastContent role="group" className={cx(css.words)}>
                  <Text slot="title">{toast.content.words(t)}</Text>
                </AriaToastContent>
                {(toast.content.undo ?? null) !== null && (
                  <Button weight="plain" shortcut={undoKey} data-testid="toast-undo" onClick={undo}>
                    {t('common.undo')}
                  </Button>
                )}
              </AriaToast>
            )}
          </AriaToastRegion>
        </UNSAFE_PortalProvider>
      )}
    </div>
  );
}

/** React Aria's clock of one toast; it runs while the toast is drawn. */
function queueOf(toast: ToastContent): AriaToastQueue<ToastContent> {
  const queue = new AriaToastQueue<ToastContent>({ maxVisibleToasts: 1 });
  queue.add(toast, { timeout: TOAST_MS, onClose: toastsStore.getState().clear });
  return queue;
}
