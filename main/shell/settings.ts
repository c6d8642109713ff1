/** The few preferences of this computer's user: language, theme, zoom, idle time. Nothing here is secret or weakens a guard. */
import { type Settings, settingsSchema } from '../../contract/shell/routes.ts';
import { USUAL_SETTINGS } from '../../contract/shell/settings.ts';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';

export interface SettingsStore {
  read(): Settings;
  /** Returns what is in force afterwards, also where the file could not be written. */
  write(changes: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings;
}

/** Chinese first: English is for those whose system asks for another language than Chinese. */
export function languageFor(preferred: readonly string[]): Settings['language'] {
  const first = preferred.find((tag) => /^[a-z]{2,3}\b/i.test(tag) && !/^(c|posix)\b/i.test(tag));
  return first === undefined || /^zh\b/i.test(first) ? 'zh-CN' : 'en';
}

export function openSettings(file: string, preferredLanguages: readonly string[]): SettingsStore {
  // A file from before a setting was added has the others.
  let current: Settings = settingsSchema.parse({
    ...USUAL_SETTINGS,
    language: languageFor(preferredLanguages),
    ...readJsonFile(file, settingsSchema.partial()),
  });
  return {
    read: () => current,
    write(changes) {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      current = settingsSchema.parse({ ...current, ...given });
      writeJsonFile(file, current);
      return current;
    },
  };
}
