/** Rules of WCAG 2.2 AA that a screen breaks, in the light and, on some screens, in the dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';
import { inTheDark } from '../in-the-dark.ts';
import { ALSO_DARK } from '../screen-list.ts';
import { settle } from '../settle.ts';
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
      axe: { run(root: Document, options: object): Promise<{ violations: unknown }> };
    };
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
      .violations;
  }, RULES)) as readonly Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

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
