/** What the repository may hold: what `scripts/check-size.ts` finds in a list of files. */
import { expect, it } from 'vitest';
import { MAX_PICTURES, MAX_TRACKED_BYTES, findHeavy } from '../../../scripts/checks/repository-size.ts';

const pictures = Array.from({ length: MAX_PICTURES }, (_, at) => `docs/screens/${at}.en.png`);
const shown = pictures.map((path) => `![](${path})`).join('\n');
const sized = (paths: readonly string[]) => paths.map((path) => ({ path, bytes: 1 }));

it('has nothing against a dozen pictures that documents show, and icons that ship', () => {
  expect(findHeavy(sized([...pictures, 'assets/icon.png']), [shown])).toEqual([]);
  expect(findHeavy(sized(['docs/screens/one.png']), ['![](screens/one.png)'])).toEqual([]);
});

it.each([
  ['more pictures than that', sized([...pictures, 'docs/one.jpg']), [`${shown} ![](one.jpg)`], '13 pictures'],
  ['a picture that no document shows', sized(pictures), [shown.slice(0, -1)], '11.en.png: no document shows'],
  [
    'a byte more than it may',
    [{ path: 'a', bytes: MAX_TRACKED_BYTES }, ...sized(['b'])],
    [],
    `${MAX_TRACKED_BYTES + 1} bytes`,
  ],
])('finds %s', (_what, files, documents, fault) => {
  const found = findHeavy(files, documents);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(fault);
});
