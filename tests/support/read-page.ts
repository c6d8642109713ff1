/** Reads all that a page holds for eyes, for a screen reader and for scripts: texts, attributes, values of inputs, the title, and the accessibility tree. */
import type { Page } from 'playwright-core';

export interface PageText {
  /** Every text node and attribute, the title and the address. */
  readonly document: readonly string[];
  /** What stands in inputs: what somebody typed, or what a screen put there. */
  readonly inputs: readonly string[];
  /** Names, values and descriptions of the accessibility tree, hidden nodes included. */
  readonly accessibility: readonly string[];
}

export async function readPage(page: Page): Promise<PageText> {
  const held = await page.evaluate(() => {
    // Where a pen goes and how long a bar is are no texts: four digits of a plate turn up in the points of a QR code, and in the idle time that is left.
    const isDrawn = (element: Element, { name, value }: Attr): boolean =>
      name === 'd'
        ? element instanceof SVGPathElement && /^[MLHVCSQTAZ\d\s.,-]*$/i.test(value)
        : name === 'style' && /^transform: scaleX\((?:[01]|0\.\d+|\d(?:\.\d+)?e-\d+)\);$/.test(value);
    // React Aria begins each of its ids with ten random digits, of which six are those of a bank card now and then; React counts its own to base 32,
    // as `_r_3q6_`, and with the number of an entry of the log behind it that is a plate.
    const withoutRandom = (value: string): string =>
      value.replaceAll(/react-aria\d+/g, 'react-aria').replaceAll(/_r_[\da-v]+_/g, '_r_');
    const inputs: string[] = [];
    const texts: string[] = [window.document.title, window.location.href];
    const walker = window.document.createTreeWalker(
      window.document,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        const input =
          node instanceof HTMLInputElement ||
          node instanceof HTMLTextAreaElement ||
          node instanceof HTMLSelectElement
            ? node
            : null;
        for (const attribute of node.attributes)
          if (!isDrawn(node, attribute))
            (input !== null && attribute.name === 'value' ? inputs : texts).push(
              `${attribute.name} ${withoutRandom(attribute.value)}`,
            );
        // A value may be parted into spans.
        if (
          node.childElementCount > 0 &&
          [...node.children].every((child) => child.matches('span, mark, b, i'))
        )
          texts.push(node.textContent);
        if (input !== null) inputs.push(input.value);
      } else texts.push(node.nodeValue ?? '');
    }
    const groups = [...window.document.querySelectorAll('[data-testid^=sheet-group-]')];
    const random = groups.flatMap((group) => [group.textContent, group.parentElement?.textContent ?? '']);
    return { document: texts, inputs, random };
  });
  // A group of a recovery sheet is the digits of a plate now and then.
  const random = new Set(held.random);
  const meant = (texts: readonly string[]): readonly string[] => texts.filter((text) => !random.has(text));
  const session = await page.context().newCDPSession(page);
  // Enabled and disabled around it: a tree of objects that is left to be collected is kept up to date until then, and pages of
  // Chromium 130 ended in its upkeep (`ax_object_cache_impl.cc`) at whatever the next change of the screen was.
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.send('Accessibility.disable');
  await session.detach();
  const accessibility = nodes.flatMap(({ name, value, description, properties }) =>
    [name, value, description, ...(properties ?? []).map((property) => property.value)].flatMap((told) =>
      told?.value === undefined ? [] : [String(told.value)],
    ),
  );
  return { document: meant(held.document), inputs: held.inputs, accessibility: meant(accessibility) };
}

/** What a hostile text would leave behind if it were taken for more than text; empty where it is not. */
export async function findInjected(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = [
      ...window.document.querySelectorAll(
        '#planted, img, iframe, object, embed, base, meta[http-equiv=refresh], [onerror], [onload], [onclick], [srcdoc], a[href], form[action]',
      ),
    ].map((element) => element.outerHTML.slice(0, 120));
    const scripts = [...window.document.scripts]
      .filter(({ src }) => !src.startsWith('app://'))
      .map((script) => `script ${script.src}${script.text}`.slice(0, 120));
    const styles = [...window.document.querySelectorAll('link')]
      .filter(({ href }) => !href.startsWith('app://'))
      .map((link) => link.outerHTML);
    const ran = Object.hasOwn(window, 'planted') ? ['a planted script ran'] : [];
    return [...found, ...scripts, ...styles, ...ran];
  });
}
