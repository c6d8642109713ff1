/** Exports that no other file imports. A name that is private to its file is found by the compiler once it is dead. */
import { posix } from 'node:path';
import { parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nameOf = (value: unknown): string =>
  isNode(value) ? String(value['name'] ?? value['value'] ?? '') : '';

/** Names that one file exports, and those that it uses of others; `*` for all of a file. */
interface Names {
  readonly exported: readonly string[];
  readonly used: readonly { readonly file: string; readonly name: string }[];
}

/**
 * Exports of checked files that no file of `sources` imports, as `<file>: <name>`. `sources`: texts by path,
 * relative to the project, with forward slashes.
 */
export function findUnusedExports(
  sources: ReadonlyMap<string, string>,
  isChecked: (path: string) => boolean,
): readonly string[] {
  const names = new Map([...sources].map(([path, text]) => [path, readNames(path, text)]));
  const used = new Set(
    [...names.values()].flatMap((one) => one.used.map(({ file, name }) => `${file}: ${name}`)),
  );
  return [...names]
    .filter(([path]) => isChecked(path) && !used.has(`${path}: *`))
    .flatMap(([path, { exported }]) => exported.map((name) => `${path}: ${name}`))
    .filter((key) => !used.has(key));
}

function readNames(path: string, text: string): Names {
  const used: { readonly file: string; readonly name: string }[] = [];
  const use = (source: unknown, found: readonly string[]): void => {
    const target = nameOf(source);
    if (!target.startsWith('.')) return;
    const file = posix.normalize(posix.join(posix.dirname(path), target.replace(/\?.*$/, '')));
    used.push(...found.map((name) => ({ file, name })));
  };
  const visit = (node: Node): void => {
    if (/^(?:Import|ExportNamed|ExportAll)Declaration$/.test(node.type))
      use(node['source'], importedBy(node));
    if (node.type === 'ImportExpression') use(node['source'], ['*']);
    if (node.type === 'TSModuleDeclaration') use(node['id'], mergedBy(node));
    if (node.type === 'TSImportType') use(node['source'] ?? node['argument'], ['*']);
    for (const child of Object.values(node))
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one);
  };
  const program = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
  visit(program);
  const statements = (program['body'] as readonly Node[]).filter(
    (one) => one.type === 'ExportNamedDeclaration',
  );
  const exported = statements.flatMap(exportedBy);
  const named = statements.flatMap((one) => namedBy(one['declaration']));
  return { exported, used: [...used, ...named.map((name) => ({ file: path, name }))] };
}

function exportedBy(statement: Node): readonly string[] {
  const declaration = statement['declaration'];
  if (!isNode(declaration))
    return (statement['specifiers'] as readonly Node[]).map((one) => nameOf(one['exported']));
  if (declaration.type !== 'VariableDeclaration') return [nameOf(declaration['id'])];
  return (declaration['declarations'] as readonly Node[]).flatMap(({ id }) => boundBy(id));
}

/** Names that a pattern binds: `a`, `{ a, b: c }`, `[a, b]`. */
function boundBy(pattern: unknown): readonly string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier') return [nameOf(pattern)];
  const parts = (pattern['properties'] ?? pattern['elements']) as readonly unknown[];
  return parts.flatMap((part) => boundBy(isNode(part) ? (part['value'] ?? part) : part));
}

function importedBy(node: Node): readonly string[] {
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers)) return ['*'];
  return (specifiers as readonly Node[]).map(({ type, imported, local }) =>
    type === 'ImportNamespaceSpecifier' ? '*' : nameOf(imported ?? local),
  );
}

/** Names of the interfaces that `declare module` adds to. */
function mergedBy(node: Node): readonly string[] {
  const body = node['body'] as { readonly body: readonly Node[] } | null;
  return (body?.body ?? []).map((one) =>
    nameOf((isNode(one['declaration']) ? one['declaration'] : one)['id']),
  );
}

/** Types that an exported declaration names beside its parameters: inferred types of other files may have to name them. */
function namedBy(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namedBy);
  if (!isNode(node)) return [];
  const own = node.type === 'TSTypeReference' ? [nameOf(node['typeName'])] : [];
  const isGiven = node.type === 'TSTypeParameterInstantiation';
  const parts = Object.entries(node).filter(([key]) => key !== 'params' || isGiven);
  return [...own, ...parts.flatMap(([, part]) => namedBy(part))];
}
