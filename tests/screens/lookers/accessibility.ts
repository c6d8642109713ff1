/** Rules of WCAG 2.2 AA that a screen breaks, in the light and, on some screens, in the dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';
import { inTheDark } from '../in-the-dark.ts';
import { ALSO_DARK } from '../screen-list.ts';
import { settle } from '../../support/settle.ts';
import type { Looker } from './looker.ts';

/** Run in the page by the driver, which no policy of the page holds up. */
const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** One line for each element that breaks a rule. */
export async function violationsOf(tab: Tab): Promise<readonly string[]> {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(AXE);
  const violations = (await tab.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: unknown }> };
    };
    // What is inert lies under what is being done, and is looked at where it does not.
    const context = { include: [document], exclude: [['[inert]']] };
    return (await axe.run(context, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
      .violations;
  }, RULES)) as readonly Violation[];
  const lines = await Promise.all(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(async ({ target, failureSummary }) => {
        const selector = target.join(' ');
        // What lies in part under the foot of a form is of its full size once it is scrolled to.
        if (id === 'target-size' && (await isWholeInSight(tab, selector))) return [];
        return [`${id}: ${selector} ${failureSummary ?? ''}`];
      }),
    ),
  );
  return lines.flat();
}

const isWholeInSight = (tab: Tab, selector: string): Promise<boolean> =>
  tab.evaluate((found) => {
    const element = document.querySelector(found);
    if (element === null) return false;
    element.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const edges = [
      [left + 1, y],
      [right - 1, y],
      [x, top + 1],
      [x, bottom - 1],
    ] as const;
    return (
      right - left >= 24 &&
      bottom - top >= 24 &&
      edges.every((at) => element.contains(document.elementFromPoint(...at)))
    );
  }, selector);

export const accessibility: Looker = {
  name: 'accessibility',
  async look(screen, tab) {
    // A reply that came while others looked may have let a button be pressed, whose colour takes a moment.
    await settle(tab);
    const inLight = await violationsOf(tab);
    if (!ALSO_DARK.includes(screen)) return inLight;
    const dark = await inTheDark(tab, () => violationsOf(tab));
    return [...inLight, ...dark.map((violation) => `in the dark: ${violation}`)];
  },
};
