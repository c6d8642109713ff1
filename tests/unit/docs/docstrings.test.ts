import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { words } from '../../support/words.ts';

const FOLDERS = [
  'contract',
  ...words('anchor crypto files key-change keys log long-work people search session store values').map(
    (name) => `main/vault/${name}`,
  ),
] as const;

/** A type that follows from a documented constant or schema: `(typeof X)[number]`, `z.infer<typeof x>`, `keyof typeof X`. */
const DERIVED = /^(?:\(+typeof \w+\)|z\.infer<|keyof typeof )/;
/** A table of the vocabulary says by its type whose words it has. */
const WORDS = /^export const \w+: Words<\w+> =/;
/** A docstring that ends right before an export; the sentence that opens a file is set off by an empty line or imports. */
const DOCSTRING = /\/\*\*(?:(?!\*\/)[^])*\*\/\n$/;

/** Names of the exported declarations without a docstring; `<file>` where no sentence opens the file. */
function undocumented(text: string): readonly string[] {
  const exported = parseAst(text, { lang: 'ts' }).body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration !== null
      ? [{ start: statement.start, declaration: statement.declaration }]
      : [],
  );
  const missing = exported.flatMap(({ start, declaration }) => {
    if (DOCSTRING.test(text.slice(0, start)) || WORDS.test(text.slice(start))) return [];
    if (declaration.type === 'TSTypeAliasDeclaration') {
      const { typeAnnotation } = declaration;
      if (DERIVED.test(text.slice(typeAnnotation.start, typeAnnotation.end))) return [];
    }
    return [/^export (?:declare )?(?:abstract )?(?:async )?\w+\*? (\w+)/.exec(text.slice(start))?.[1] ?? '?'];
  });
  if (!text.startsWith('/**')) return ['<file>', ...missing];
  // The sentence that opens a file describes what it alone exports.
  return exported.length === 1 && isManifest(exported[0]?.declaration) ? [] : missing;
}

/** A manifest or a part of the schema, of which there is one a file. */
const isManifest = (declaration: unknown): boolean =>
  /"name":"define(?:Contract|Schema)"/.test(JSON.stringify(declaration ?? null));

describe('docstrings', () => {
  it.each(FOLDERS)('describe every file and every export of %s', (folder) => {
    const files = globSync(`${folder}/**/*.ts`).filter((file) => !file.endsWith('.d.ts'));
    expect(files.length).toBeGreaterThan(1);
    expect(
      files.flatMap((file) => undocumented(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`)),
    ).toEqual([]);
  });

  it('are missed where a file or an export has none', () => {
    const file = '/** What it is for. */\n\n';
    expect(undocumented(`${file}export const a = 1;\n`)).toEqual(['a']);
    expect(undocumented(`${file}/** One. */\nexport const a = 1;\nexport function b() {}\n`)).toEqual(['b']);
    expect(undocumented(`${file}/** One. */\n\nexport interface C {}\n`)).toEqual(['C']);
    expect(undocumented(`${file}// One.\nexport type D = string;\n`)).toEqual(['D']);
    expect(undocumented('/** One. */\nexport const a = 1;\n')).toEqual([]);
    expect(undocumented('export {};\n')).toEqual(['<file>']);
    expect(undocumented(`${file}export const a = defineContract({});\n`)).toEqual([]);
  });

  it('are not asked of what follows from a documented list', () => {
    expect(undocumented('/** A. */\n\nexport const A: Words<B> = {};\nexport const C = {};\n')).toEqual([
      'C',
    ]);
    const text = `/** A file. */\n\n/** All. */\nexport const ALL = ['a'] as const;\nexport type One = (typeof ALL)[number];\n`;
    expect(undocumented(text)).toEqual([]);
  });
});
