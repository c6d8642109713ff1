/** Style sheets take colours and sizes from the theme by name: what one of them spells out is refused. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const THEME = 'renderer/theme.css';
const SHEETS = globSync('renderer/**/*.css', { cwd: projectDir })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== THEME)
  .toSorted();

const COLOUR = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab|lch|color)\(|\b(?:white|black|red|grey|gray)\b/iu;
/** What has a scale of its own. Points and millimetres are of paper, `em` of a text's own size. */
const SCALED = /^(?:font-size|font-weight|(?:row-|column-)?gap|padding.*|margin.*|border-radius)$/u;
const RAW_SIZE = /(?<![\w-])(?!0(?:px|rem)?\b)[\d.]+(?:px|rem)\b/u;

/** `property: value` of each declaration that spells out what the theme has a name for. */
function rawIn(sheet: string): readonly string[] {
  const declarations = sheet.replaceAll(/\/\*[\s\S]*?\*\//gu, '').matchAll(/([\w-]+)\s*:\s*([^;{}]+);/gu);
  return [...declarations].flatMap(([, property = '', value = '']) => {
    const isRaw =
      COLOUR.test(value) ||
      (SCALED.test(property) && RAW_SIZE.test(value)) ||
      (property === 'font-weight' && /^\d+$/u.test(value.trim()));
    return isRaw ? [`${property}: ${value}`] : [];
  });
}

const namesIn = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

describe('a style sheet', () => {
  it.each(SHEETS)('%s spells out no colour and no size', (file) => {
    expect(rawIn(readFileSync(join(projectDir, file), 'utf8'))).toEqual([]);
  });

  it.each([
    'color: #123456;',
    'background: rgb(0 0 0 / 20%);',
    'border: 1px solid white;',
    'font-size: 15px;',
    'font-weight: 700;',
    'padding: 0 6px;',
    'margin-top: calc(-1 * 3px);',
    'border-radius: 2px;',
    'gap: 0.5rem;',
  ])('is refused with %s', (declaration) => {
    expect(rawIn(`.a { ${declaration} }`)).toHaveLength(1);
  });

  it('takes no name that the theme does not have, and the theme has none that nobody takes', () => {
    const theme = readFileSync(join(projectDir, THEME), 'utf8');
    const sheets = SHEETS.map((file) => readFileSync(join(projectDir, file), 'utf8'));
    const set = namesIn(theme, /(--[\w-]+)\s*:/gu);
    const all = [theme, ...sheets].join('\n');
    const ownNames = namesIn(sheets.join('\n'), /(--[\w-]+)\s*:/gu);
    const taken = namesIn(all, /var\((--[\w-]+)/gu);
    expect([...taken].filter((name) => !set.has(name) && !ownNames.has(name))).toEqual([]);
    expect([...set].filter((name) => !taken.has(name))).toEqual([]);
  });
});
