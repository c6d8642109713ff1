/** Controls come from `renderer/ui`: what a feature draws itself is named here, with why, or refused. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { words } from '../../support/words.ts';

const CONTROL = /<(?:button|form|input|select|textarea)\b/u;

/** Parts that are no button or field of a form, and have a form of their own. */
const OWN_FORM: ReadonlySet<string> = new Set(
  words(
    'renderer/counter/ResultList.tsx renderer/counter/SearchBox.tsx renderer/desk/AppRail.tsx',
    'renderer/desk/AreaTabs.tsx renderer/lock/LockScreen.tsx renderer/current-record/RoomLink.tsx',
    'renderer/room/RoomPanel.tsx renderer/room/RoomsPage.tsx renderer/settings/LanguageSwitch.tsx',
    'renderer/trace/PictureInput.tsx',
  ),
);

const FEATURES = globSync('renderer/**/*.tsx', { cwd: projectDir })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('renderer/ui/'));

describe('a control', () => {
  it.each(FEATURES.filter((file) => !OWN_FORM.has(file)))('comes from renderer/ui in %s', (file) => {
    expect(readFileSync(join(projectDir, file), 'utf8')).not.toMatch(CONTROL);
  });

  it.each(['<button type="button">', '<form onSubmit={send}>', '<input\n', '<select>', '<textarea />'])(
    'is found where a feature draws %j',
    (drawn) => {
      expect(drawn).toMatch(CONTROL);
      expect('<Button weight="main"> <AriaButton> <Form name="item"> <TextInput />').not.toMatch(CONTROL);
    },
  );
});
