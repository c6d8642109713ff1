/** Ctrl+plus, Ctrl+minus and Ctrl+0 on every screen, kept with the settings. */
import { useEffect } from 'react';
import { keyOf, ZOOM_KEYS } from './keys.ts';
import { appStore } from './stores.ts';
import { zoomAfter } from './zoom.ts';

export function useZoomKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(ZOOM_KEYS, event);
      if (key === null) return;
      event.preventDefault();
      const { settings, changeSettings } = appStore.getState();
      const zoom = zoomAfter(settings.zoom, key);
      if (zoom !== settings.zoom) void changeSettings({ zoom });
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
