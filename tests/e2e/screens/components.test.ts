/** Every component on its page, in both languages and themes, at 100 % and at 200 %: no rule of accessibility broken, no text cut off or covered, nothing out of reach. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ComponentWindow,
  LARGE,
  type Shown,
  openComponentPages,
} from '../../screens/component-pages.ts';
import { SMALLEST } from '../../screens/displays.ts';
import { cutOff, outOfReach, runInto } from '../../screens/fits.ts';
import { violationsOf } from '../../screens/lookers/accessibility.ts';

/** Each language in each theme and at each size: what depends on all three at once would be seen on the walks of the screens. */
const VISITS = [
  { language: 'zh-CN', theme: 'light', zoom: 100, size: SMALLEST },
  { language: 'zh-CN', theme: 'dark', zoom: 200, size: LARGE },
  { language: 'en', theme: 'dark', zoom: 100, size: SMALLEST },
  { language: 'en', theme: 'light', zoom: 200, size: LARGE },
] as const;

/** The list is scrolled by ↑ and ↓ in the input above it, which names it in `aria-controls`; axe knows that of a combobox alone. */
const isPaletteList = ({ page }: Shown, line: string): boolean =>
  page === 'command-palette' && line.startsWith('scrollable-region-focusable:');

let pages: ComponentWindow;

beforeAll(async () => {
  pages = await openComponentPages();
});
afterAll(async () => {
  await pages?.close();
});

describe.each(VISITS)('every component in $language, $theme, at $zoom %', (visit) => {
  const found: Record<'violations' | 'cut' | 'covered' | 'unreachable', string[]> = {
    violations: [],
    cut: [],
    covered: [],
    unreachable: [],
  };

  beforeAll(async () => {
    await pages.resize(visit.size.width, visit.size.height);
    for (const shown of pages.all) {
      const note = (lines: readonly string[]): readonly string[] =>
        lines.map((line) => `${shown.page} ${shown.state}: ${line}`);
      await pages.show(shown, visit.language, visit.theme);
      const violations = await violationsOf(pages.tab);
      found.violations.push(...note(violations.filter((line) => !isPaletteList(shown, line))));
      found.cut.push(...note(await cutOff(pages.tab)));
      found.covered.push(...note(await runInto(pages.tab)));
      found.unreachable.push(...note(await outOfReach(pages.tab)));
    }
  });

  it('was looked at', () => {
    expect(pages.all.length).toBeGreaterThan(40);
  });

  it('breaks no rule of accessibility', () => {
    expect(found.violations).toEqual([]);
  });

  it('has no text that is cut off or covered', () => {
    expect(found.cut).toEqual([]);
    expect(found.covered).toEqual([]);
  });

  it('has nothing out of reach', () => {
    expect(found.unreachable).toEqual([]);
  });
});
