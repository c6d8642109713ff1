/** The way to a page as somebody takes it: its area on the rail, then its tab. */
import type { AnyPage, PageName } from '../../renderer/pages/define-page.ts';

/** `click` gets the test id of what is pressed. */
export async function openPage(
  pages: readonly Pick<AnyPage, 'name' | 'area'>[],
  page: PageName,
  click: (testId: string) => Promise<unknown>,
): Promise<void> {
  const { area } = pages.find(({ name }) => name === page)!;
  await click(`area-${area}`);
  await click(`tab-${page}`);
}
