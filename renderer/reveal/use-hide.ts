/** Hides what is shown as soon as the window is left. Escape, the next search and the lock end the panel itself. */
import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Calls `hide` when the window loses the focus or is covered while something is `shown`.
 * Returns a question: was the window left since it last had the focus? A value that arrives then is not shown.
 */
export function useHide(shown: boolean, hide: () => void): () => boolean {
  const away = useRef(false);
  // Before the value is painted: a window that is left at that very moment hides it too.
  useLayoutEffect(() => {
    const onBlur = () => {
      away.current = true;
      if (shown) hide();
    };
    const onFocus = () => {
      away.current = false;
    };
    const onVisibility = () => (document.visibilityState === 'hidden' ? onBlur() : onFocus());
    window.addEventListener('blur', onBlur);
    window.addEventListener('focus', onFocus);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('blur', onBlur);
      window.removeEventListener('focus', onFocus);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [shown, hide]);
  return useCallback(() => away.current, []);
}
