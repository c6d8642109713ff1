/** Finds names in quotation marks that nothing on a screen has: a page, a button or an entry that was renamed or never was. */
import type { UserWords } from './user-words.ts';

/** What may be quoted and is no name of the product's own. Tested against `file#key: name`. */
const OTHERS: readonly { readonly where: RegExp; readonly why: string }[] = [
  { where: /#keychainHelp\.|#computer\.mend\./, why: 'in a window of the operating system' },
  {
    where: /: (?:3栋2单元1801|3-2-1801|张伟（夜班）|Wei Zhang \(nights\))$/,
    why: 'an example of what is typed',
  },
  { where: /workbook-no-columns\.todo/, why: 'a heading of a workbook' },
  { where: /\.technical: /, why: 'an entry of a file format' },
  { where: /^main\/vault\/|^assets\//, why: 'words of papers, which quote the law and each other' },
];
const QUOTED = { 'zh-CN': /“([^”]+)”/gu, en: /"([^"]+)"/gu } as const;

/** A label without the dots of a dialog, and without what is filled in behind a colon. */
const labelOf = (text: string): string => text.replace(/[：:] ?\{\{.*|[….。]+$/u, '').trim();

/** A line for each name in `words` that is no label there, in the same language. A name that is filled in is not looked at. */
export function findUnknownNames(words: readonly UserWords[]): readonly string[] {
  const labels = new Set(words.map(({ language, text }) => `${language} ${labelOf(text)}`));
  return words.flatMap(({ file, key, language, text }) =>
    [...text.matchAll(QUOTED[language])].flatMap(([, quoted = '']) => {
      const isKnown =
        quoted.includes('{{') ||
        labels.has(`${language} ${labelOf(quoted)}`) ||
        OTHERS.some(({ where }) => where.test(`${file}#${key}: ${quoted}`));
      return isKnown ? [] : [`${file} ${key}: “${quoted}” is the name of nothing on a screen: ${text}`];
    }),
  );
}
