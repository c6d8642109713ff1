/** Documents name only files and test titles that exist, so that a move or a new title cannot leave a document behind. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const ROOT_FILES = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
const ROOT_FOLDERS = ['assets', 'contract', 'docs', 'main', 'preload', 'renderer', 'scripts', 'tests'];
/** Folders that a document may leave out: `keys/header.ts` is a file of the vault. */
const IMPLIED_FOLDERS = ['', 'main/vault/', 'renderer/', 'tests/integration/'];

const listFolder = (folder: string): readonly string[] =>
  readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true }).map((entry) =>
    relative(projectDir, join(entry.parentPath, entry.name)).split(sep).join('/'),
  );
/** Files and folders of the project, relative to it, with forward slashes. */
const PATHS: ReadonlySet<string> = new Set([
  ...ROOT_FILES,
  ...['.github', '.vscode', ...ROOT_FOLDERS].flatMap((folder) => [folder, ...listFolder(folder)]),
]);
/** What it names is gone. */
const OLD_NAMES = 'docs/renamed.md';
const DOCUMENTS = [
  ...ROOT_FILES,
  ...listFolder('docs').filter((path) => path.endsWith('.md') && path !== OLD_NAMES),
];

/** Names old paths, which no longer exist, in the first column of its tables. */
const RENAMED = 'docs/renamed.md';

function read(path: string): string {
  const text = readFileSync(join(projectDir, path), 'utf8');
  return path === RENAMED ? text.replaceAll(/^\|[^|]*\|/gm, '|') : text;
}
const first = (found: Iterable<RegExpExecArray>): readonly string[] =>
  [...found].map((match) => match[1] ?? '');

/** What a command writes: it may exist or not. */
const WRITTEN_BY_COMMANDS = 'docs/test-full/';

/** Whether a file or folder exists; `<name>` and `*` stand for a name or a part of one. */
function exists(path: string): boolean {
  if (path.startsWith(WRITTEN_BY_COMMANDS)) return true;
  const candidates = IMPLIED_FOLDERS.map((folder) => folder + path.replace(/\/$/, ''));
  if (!/[<*]/.test(path)) return candidates.some((candidate) => PATHS.has(candidate));
  const patterns = candidates.map(
    (candidate) => new RegExp(`^${candidate.replaceAll('.', '\\.').replaceAll(/<[^>]+>|\*/g, '[^/]+')}$`),
  );
  return [...PATHS].some((known) => patterns.some((pattern) => pattern.test(known)));
}

/** Backticked paths: a folder and a name with an extension, or a folder of the project with a slash behind it. */
const pathsIn = (text: string): readonly string[] =>
  first(text.matchAll(/`([\w.@<>*-]+(?:\/[\w.@<>*-]+)*\/?)`/g)).filter(
    (path) =>
      /\/.*\.[a-z]+$/.test(path) || (path.endsWith('/') && ROOT_FOLDERS.includes(path.split('/')[0] ?? '')),
  );

/** Targets of links within the project, as paths of it. */
const linksIn = (document: string, text: string): readonly string[] =>
  first(text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)).map((target) =>
    posix.join(posix.dirname(document), target).replace(/\/$/, ''),
  );

/** Quoted titles behind the backticked test file that has them: `x.test.ts` "first", "second". A `…` stands for any text. */
function titlesIn(text: string): readonly { readonly file: string; readonly title: string }[] {
  const lists = text.matchAll(/`([\w./-]+\.test\.tsx?)`((?:[,;]?(?: and)?\s\(?"[^"]+")+)/g);
  return [...lists].flatMap(([, file = '', titles = '']) =>
    first(titles.matchAll(/"([^"]+)"/g)).map((title) => ({ file, title: title.replaceAll(/\s+/g, ' ') })),
  );
}

function readUnescaped(path: string): string {
  return read(path).replaceAll(/\\(['"`])/g, '$1');
}
const hasParts = (source: string, title: string): boolean =>
  title.split('…').every((part) => source.includes(part.trim()));

const hasTitle = (file: string, title: string): boolean =>
  [...PATHS].some(
    (path) => (path === file || path.endsWith(`/${file}`)) && hasParts(readUnescaped(path), title),
  );

/** Documents in which a quotation of this many characters is the title of a test, wherever its file is named. */
const CLAIMING: ReadonlySet<string> = new Set([
  'docs/architecture.md',
  'docs/keys.md',
  'docs/threat-model.md',
]);
const MIN_TITLE_LENGTH = 30;

const TEST_SOURCES = listFolder('tests')
  .filter((path) => /\.tsx?$/.test(path))
  .map(readUnescaped);

/** Long quotations that no test has. */
const foreignTitlesIn = (text: string): readonly string[] =>
  first(text.matchAll(/"([^"`|]+)"/g))
    .map((title) => title.replaceAll(/\s+/g, ' '))
    .filter(
      (title) => title.length >= MIN_TITLE_LENGTH && !TEST_SOURCES.some((source) => hasParts(source, title)),
    );

/** What a document names and the project does not have. */
function findMissing(document: string, text: string): readonly string[] {
  return [
    ...(CLAIMING.has(document) ? foreignTitlesIn(text) : []),
    ...pathsIn(text).filter((path) => !exists(path)),
    ...linksIn(document, text).filter((path) => !PATHS.has(path)),
    ...titlesIn(text)
      .filter(({ file, title }) => !hasTitle(file, title))
      .map(({ file, title }) => `${file} "${title}"`),
  ];
}

describe('a document', () => {
  it.each(DOCUMENTS)('names only files and test titles that exist: %s', (document) => {
    expect(findMissing(document, read(document))).toEqual([]);
  });

  it('fails where it names a file, a folder, a link or a title that does not exist', () => {
    // Joined here, since this file is searched for it.
    const title = ['is', 'no', 'title'].join(' ');
    const longTitle = [title, title, title, title].join(' ');
    const own = '`tests/unit/docs/links.test.ts`';
    const text = `\`main/no-such.ts\` \`keys/no-such.ts\` \`docs/none/\` \`main/<feature>/none.ts\` [a](none.md)
      ${own} "fails where it names … a title", "${title}"; ${own} "names only files". It is "${longTitle}"`;
    expect(findMissing('docs/keys.md', text)).toEqual([
      longTitle,
      'main/no-such.ts',
      'keys/no-such.ts',
      'docs/none/',
      'main/<feature>/none.ts',
      'docs/none.md',
      `tests/unit/docs/links.test.ts "${title}"`,
    ]);
  });
});
