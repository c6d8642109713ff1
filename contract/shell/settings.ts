/** The choices of the settings and what holds until somebody chooses: for the page, which has no use for schemas. */

export const LANGUAGES = ['zh-CN', 'en'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;
/** Per cent, as Ctrl+plus and Ctrl+minus step through them. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;

export const USUAL_SETTINGS = {
  language: 'zh-CN',
  theme: 'system',
  idleSeconds: 120,
  zoom: 100,
  privacy: false,
} as const;
