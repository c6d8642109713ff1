/** The way to a page as somebody takes it: its area on the rail, then its tab. Scripts that Node runs as they are go it too, so that no page is loaded here. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../scripts/setup/paths.mjs';
import type { PageName } from '../../renderer/pages/define-page.ts';

const DEFINED = /definePage\(\{\s+name: '(?<name>[\w-]+)',\s+area: '(?<area>[\w-]+)'/g;

/** Area by page, as each feature defines it. */
export const AREA_OF: ReadonlyMap<string, string> = new Map(
  globSync('renderer/*/index.ts', { cwd: projectDir }).flatMap((file) =>
    [...readFileSync(join(projectDir, file), 'utf8').matchAll(DEFINED)].map(
      ({ groups }) => [groups!['name']!, groups!['area']!] as const,
    ),
  ),
);

/** `click` gets the test id of what is pressed. */
export async function openPage(page: PageName, click: (testId: string) => Promise<unknown>): Promise<void> {
  await click(`area-${AREA_OF.get(page)}`);
  await click(`tab-${page}`);
}
