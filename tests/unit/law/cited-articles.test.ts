/** Articles that texts and data name: only those whose text lies in `assets/law`; other laws bind by their titles. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { articlesIn } from '../../support/cited-articles.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const PREFIXES: Readonly<Record<string, string>> = {
  中华人民共和国个人信息保护法: 'pipl',
  个人信息保护法: 'pipl',
  网络数据安全管理条例: 'network-data',
};
const held = new Set(
  (
    JSON.parse(readFileSync(join(projectDir, 'assets', 'law', 'articles.json'), 'utf8')) as {
      articles: readonly { readonly id: string }[];
    }
  ).articles.map(({ id }) => id),
);

/** `law-number` of each. */
const citedIn = (text: string): readonly string[] =>
  articlesIn(text).map(({ law, article }) => `${PREFIXES[law] ?? law}-${article}`);

it('reads numbers of articles as they are written', () => {
  expect(citedIn('按《个人信息保护法》第二十八条、第五十条和《民法典》第十二条、第九百四十九条')).toEqual([
    'pipl-28',
    'pipl-50',
    '民法典-12',
    '民法典-949',
  ]);
  expect(citedIn('拒绝的，按第五十条说明理由；按个人信息保护法第六十一条')).toEqual(['pipl-50', 'pipl-61']);
});

it.each(
  globSync(['assets/{law,training}/**/*.{json,md}', '{contract,main/vault,renderer}/**/*.{ts,tsx}'], {
    cwd: projectDir,
  })
    .filter((file) =>
      /(?:》|[按参依]照?|保护法)第|, Article \d/u.test(readFileSync(join(projectDir, file), 'utf8')),
    )
    .toSorted(),
)('names in %s no article whose text is not held', (file) => {
  const text = readFileSync(join(projectDir, file), 'utf8');
  const cited = citedIn(text);
  // In English by the name of the law before its number.
  expect(text).not.toMatch(/(?:Civil Code|Criminal Law|Cybersecurity Law), Article/);
  expect(cited.filter((one) => !held.has(one))).toEqual([]);
});
