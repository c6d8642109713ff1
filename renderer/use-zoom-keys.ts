/** Ctrl+plus, Ctrl+minus and Ctrl+0 on every screen, kept with the settings. */
import { useEffect } from 'react';
import { keyOf } from './keys.ts';
import { appStore } from './stores.ts';
import { zoomAfter } from './zoom.ts';

export function useZoomKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key !== 'zoomIn' && key !== 'zoomOut' && key !== 'zoomReset') return;
      event.preventDefault();
      const { settings, changeSettings } = appStore.getState();
      const zoom = zoomAfter(settings.zoom, key);
      if (zoom !== settings.zoom) void changeSettings({ zoom });
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
