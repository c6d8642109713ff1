/** Choices and defaults of the settings, without schemas, for screens. */

/** Languages of the screens (BCP 47). */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Colour themes; `system` follows the operating system. */
export const THEMES = ['system', 'light', 'dark'] as const;
/** Zoom steps in per cent, for Ctrl+plus and Ctrl+minus. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** Settings of a new installation. */
export const USUAL_SETTINGS = {
  language: 'zh-CN',
  theme: 'system',
  idleSeconds: 120,
  zoom: 100,
  privacy: false,
  firstDayPutAway: false,
  practised: false,
  lastSlot: null,
} as const;
