/** A picture of every component, its states below one another: at 100 % light beside dark, and laid out as at 200 % in one of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '../../scripts/desktop/xwd-to-png.ts';
import type { Language } from '../../contract/shell/settings.ts';
import {
  type ComponentWindow,
  LARGE,
  type Shown,
  THEMES,
  type Theme,
  openComponentPages,
} from './component-pages.ts';
import { SMALLEST } from './displays.ts';
import { joinPictures } from './join-pictures.ts';
import { decodePng, encodeInPalette } from './small-png.ts';

/** Wide enough for the layout of 100 %, where a component does not take the window. */
const PAGE_WIDTH = 960;

/** Each language in the other, since the layout is the same in both. */
const LARGE_THEME: Readonly<Record<Language, Theme>> = { 'zh-CN': 'light', en: 'dark' };

const SIZES = [
  { suffix: '', ...SMALLEST, pageWidth: PAGE_WIDTH },
  { suffix: '.200', ...LARGE, pageWidth: LARGE.width },
] as const;

/** The window as it is, or as high as all that the page has. */
async function picture(
  pages: ComponentWindow,
  shown: Shown,
  size: (typeof SIZES)[number],
  wear: () => Promise<void>,
): Promise<Picture> {
  const isWindow = shown.frame === 'window';
  const width = isWindow ? size.width : size.pageWidth;
  await pages.resize(width, size.height);
  await wear();
  if (!isWindow) await pages.resize(width, await contentHeight(pages));
  return decodePng(await pages.capture());
}

/** Surfaces, edges and words: what a picture has most of keeps its colour. */
const KEPT_COLOURS = 32;
/** Of all others: of 255, a step of each channel. */
const STEP = 15;

/** Edges of letters and shadows in two themes have more colours than a palette, and all pictures are to take some 4 MB. */
function inFewerColours({ width, height, rgb }: Picture): Picture {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const often = [...counts].sort(([, one], [, other]) => other - one).slice(0, KEPT_COLOURS);
  const kept = new Set(often.map(([colour]) => colour));
  const fewer = Buffer.from(rgb);
  for (let at = 0; at < rgb.length; at += 3)
    if (!kept.has(rgb.readUIntBE(at, 3)))
      for (let channel = at; channel < at + 3; channel++)
        fewer[channel] = Math.round(rgb[channel]! / STEP) * STEP;
  return { width, height, rgb: fewer };
}

/** Of a page with air below its last state, in CSS pixels. */
const contentHeight = ({ tab }: ComponentWindow): Promise<number> =>
  tab.locator('main').evaluate((main) => {
    const last = main.lastElementChild ?? main;
    const below = Number.parseFloat(getComputedStyle(main).paddingBottom);
    return Math.ceil(last.getBoundingClientRect().bottom + main.scrollTop + below);
  });

/** Of the pages that are named; of all where none is. */
export async function takeComponents(
  out: string,
  languages: readonly Language[],
  named: readonly string[],
): Promise<void> {
  const pages = await openComponentPages();
  try {
    const ids = new Set(pages.all.map(({ page }) => page));
    for (const id of named.length === 0 ? ids : named)
      for (const language of languages)
        for (const size of SIZES) {
          const rows: Picture[][] = [];
          for (const shown of pages.all.filter(({ page }) => page === id)) {
            const row: Picture[] = [];
            for (const theme of size.suffix === '' ? THEMES : [LARGE_THEME[language]])
              row.push(await picture(pages, shown, size, () => pages.show(shown, language, theme)));
            rows.push(row);
          }
          const name = `${id}${size.suffix}.${language}`;
          writeFileSync(join(out, `${name}.png`), encodeInPalette(inFewerColours(joinPictures(rows))));
          process.stdout.write(`${name}\n`);
        }
  } finally {
    await pages.close();
  }
}
