/** The few preferences of this computer's user: language, theme, idle time. Nothing here is secret or weakens a guard. */
import { settingsSchema } from '../../contract/routes.ts';
import type { Settings } from '../../contract/routes.ts';
import { readJsonFile, writeJsonFile } from '../json-file.ts';

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
  const usual: Settings = { language: languageFor(preferredLanguages), theme: 'system', idleSeconds: 120 };
  let current = readJsonFile(file, settingsSchema) ?? usual;
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
