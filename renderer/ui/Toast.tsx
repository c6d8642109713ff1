/**
 * Where toasts appear. The place of the live region is there before its words are, so that they are read out without interrupting; the
 * clock stops while a toast is pointed at or has the focus; F6 leads to it from anywhere (React Aria's landmarks), and back by Shift+F6.
 */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { UNSAFE_PortalProvider } from 'react-aria/PortalProvider';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import type { Key } from '../keys.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import css from './toast.module.css';
import { toasts } from './toasts.ts';

export function Toasts({ undoKey }: { readonly undoKey: Pick<Key, 'shown'> }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const isShown = useSyncExternalStore(toasts.subscribe, toasts.isShown);
  useEffect(() => toasts.open(), []);
  return (
    <div ref={setPlace} className={cx(css.place)} role="status">
      {/* Begun anew for each: a region that was empty at first is no landmark. */}
      {isShown && (
        <UNSAFE_PortalProvider getContainer={() => place}>
          <AriaToastRegion queue={toasts.queue} aria-label={t('toast.region')} className={cx(css.region)}>
            {({ toast }) => (
              <AriaToast toast={toast} className={cx(css.toast)} data-testid="toast">
                <Icon name="check" />
                {/* The place is what is read out; an alert within it would interrupt. */}
                <AriaToastContent role="group" className={cx(css.words)}>
                  <Text slot="title">{toast.content.words(t)}</Text>
                </AriaToastContent>
                {(toast.content.undo ?? null) !== null && (
                  <Button weight="plain" shortcut={undoKey} data-testid="toast-undo" onClick={toasts.undo}>
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
