/** Articles that texts and data name: only those whose text lies in `assets/law`; other laws bind by their titles. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const PREFIXES: Readonly<Record<string, string>> = {
  中华人民共和国个人信息保护法: 'pipl',
  个人信息保护法: 'pipl',
  网络数据安全管理条例: 'network-data',
};
const DIGITS = '零一二三四五六七八九';
/** Of numbers below a hundred; none of the texts held has more articles that are cited. */
function numberOf(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text];
  const ten = tens === null ? 0 : tens === '' ? 1 : DIGITS.indexOf(tens!);
  return 10 * ten + (ones === '' ? 0 : DIGITS.indexOf(ones!));
}

const held = new Set(
  (
    JSON.parse(readFileSync(join(projectDir, 'assets', 'law', 'articles.json'), 'utf8')) as {
      articles: readonly { readonly id: string }[];
    }
  ).articles.map(({ id }) => id),
);

/** `law-number` of every article that stands behind the name of a law, and of those that follow it there. */
function citedIn(text: string): readonly string[] {
  return [
    ...text.matchAll(
      /《([^》]+)》((?:第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+[款项])*(?:至|、|和)?)+)/gu,
    ),
  ].flatMap(([, law = '', articles = '']) =>
    [...articles.matchAll(/第([一二三四五六七八九十]+)条/gu)].map(
      ([, number = '']) => `${PREFIXES[law] ?? law}-${numberOf(number)}`,
    ),
  );
}

it('reads numbers of articles as they are written', () => {
  expect(citedIn('按《个人信息保护法》第二十八条、第五十条和《民法典》第十二条')).toEqual([
    'pipl-28',
    'pipl-50',
    '民法典-12',
  ]);
});

it.each(
  globSync(['assets/{law,training}/**/*.{json,md}', '{contract,main/vault}/**/*.ts'], { cwd: projectDir })
    .filter((file) => readFileSync(join(projectDir, file), 'utf8').includes('》第'))
    .toSorted(),
)('names in %s no article whose text is not held', (file) => {
  const cited = citedIn(readFileSync(join(projectDir, file), 'utf8'));
  expect(cited.filter((one) => !held.has(one))).toEqual([]);
});
