/** Whether a screen is made of the system's parts: colours of the theme's tokens alone. */
import type { Page as Tab } from 'playwright-core';

/** Colours that an element is painted in and no token of the theme has, each with the element. A QR code and a page of a print are black on white in either theme: scanners and printers know no other. */
export const foreignColours = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(() => {
    // A press that has just been answered fades a button back in; half of a fade is no colour of anything.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    const probe = document.body.appendChild(document.createElement('i'));
    const painted = (value: string): string => {
      probe.style.color = '';
      probe.style.color = value;
      return probe.style.color === '' ? '' : getComputedStyle(probe).color;
    };
    const sheets = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const names = new Set(
      sheets.flatMap((rule) =>
        rule instanceof CSSStyleRule && rule.selectorText.startsWith(':root')
          ? [...rule.style].filter((name) => name.startsWith('--'))
          : [],
      ),
    );
    const theme = getComputedStyle(document.documentElement);
    const known = new Set([...names].map((name) => painted(theme.getPropertyValue(name))));
    probe.remove();
    const isClear = (colour: string): boolean => colour.startsWith('rgba') && colour.endsWith(', 0)');
    const isForeign = (colour: string): boolean =>
      colour.startsWith('rgb') && !isClear(colour) && !known.has(colour);
    const problems = new Set<string>();
    for (const element of document.body.querySelectorAll('*')) {
      if (
        !element.checkVisibility({ checkVisibilityCSS: true }) ||
        element.closest('option, defs, [data-testid=sheet-qr], [data-testid=printed-page]') !== null
      )
        continue;
      const style = getComputedStyle(element);
      // What is there for screen readers alone is not painted.
      if (style.clipPath !== 'none' || element.parentElement?.closest('[style*="clip-path"]')) continue;
      const used: [string, string][] = [
        ['color', style.color],
        ['background', style.backgroundColor],
        ...(['Top', 'Right', 'Bottom', 'Left'] as const)
          .filter((side) => parseFloat(style[`border${side}Width`]) > 0)
          .map((side): [string, string] => ['border', style[`border${side}Color`]]),
      ];
      if (element instanceof SVGGeometryElement) used.push(['fill', style.fill], ['stroke', style.stroke]);
      for (const [what, colour] of used)
        if (isForeign(colour))
          problems.add(
            `${what} ${colour} of ${element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''} ${element.tagName.toLowerCase()}`,
          );
    }
    return [...problems];
  });
