/** The next step of the zoom. Pure. */
import type { Settings } from '../contract/shell/routes.ts';
import { USUAL_SETTINGS, ZOOMS } from '../contract/shell/settings.ts';

export function zoomAfter(now: Settings['zoom'], key: 'zoomIn' | 'zoomOut' | 'zoomReset'): Settings['zoom'] {
  if (key === 'zoomReset') return USUAL_SETTINGS.zoom;
  const at = ZOOMS.indexOf(now) + (key === 'zoomIn' ? 1 : -1);
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at))] ?? now;
}
