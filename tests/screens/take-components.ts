/** A picture of every component: light beside dark, its states below one another; at 100 % and laid out as at 200 %. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '../../scripts/desktop/xwd-to-png.ts';
import type { Language } from '../../contract/shell/routes.ts';
import type { ComponentWindow, Shown } from './component-pages.ts';
import { LARGE, openComponentPages, SMALLEST, THEMES } from './component-pages.ts';
import { joinPictures } from './join-pictures.ts';
import { decodePng, encodeInPalette } from './small-png.ts';

/** Wide enough for the layout of 100 %, where a component does not take the window. */
const PAGE_WIDTH = 960;

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

/** Of a page with air below its last state, in CSS pixels. */
const contentHeight = ({ tab }: ComponentWindow): Promise<number> =>
  tab.locator('main').evaluate((main) => {
    const last = main.lastElementChild ?? main;
    const below = Number.parseFloat(getComputedStyle(main).paddingBottom);
    return Math.ceil(last.getBoundingClientRect().bottom + main.scrollTop + below);
  });

export async function takeComponents(out: string, languages: readonly Language[]): Promise<void> {
  const pages = await openComponentPages();
  try {
    for (const id of new Set(pages.all.map(({ page }) => page)))
      for (const language of languages)
        for (const size of SIZES) {
          const rows: Picture[][] = [];
          for (const shown of pages.all.filter(({ page }) => page === id)) {
            const row: Picture[] = [];
            for (const theme of THEMES)
              row.push(await picture(pages, shown, size, () => pages.show(shown, language, theme)));
            rows.push(row);
          }
          const name = `${id}${size.suffix}.${language}`;
          writeFileSync(join(out, `${name}.png`), encodeInPalette(joinPictures(rows)));
          process.stdout.write(`${name}\n`);
        }
  } finally {
    await pages.close();
  }
}
