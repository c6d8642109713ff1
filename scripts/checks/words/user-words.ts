/** Every word that a user reads, wherever it stands: in tuples of both languages, beside `en` or `zh-CN`, in text between tags, in the texts that ship, in the readme. */
import { parseAst } from 'vite';
import type { Language } from '../../../contract/shell/settings.ts';

/** One text in one language, and where it stands. */
export interface UserWords {
  /** Relative to the project. */
  readonly file: string;
  /** Names of the properties around it, joined by dots, as a page asks for it. Empty outside of an object. */
  readonly key: string;
  readonly language: Language;
  readonly text: string;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };
type Found = Omit<UserWords, 'file'>;

const HAN = /\p{Script=Han}/u;
const LETTERS = /\p{L}{2}/u;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nodes = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => isNode(one));

/** The texts of a source file in TypeScript, in the order in which they stand. */
export function wordsOfSource(file: string, source: string): readonly UserWords[] {
  const isShownIn = source.includes('vocabulary/wording.ts');
  const found: Found[] = [];
  const add = (key: string, text: string, language: Language): void => {
    found.push({ key, text, language });
  };
  const visit = (node: Node, key: string, language: Language | null): void => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'TSLiteralType':
        return;
      case 'Property': {
        const name = nameOf(node['key']);
        const below = name === 'en' || name === 'zh-CN' ? name : language;
        for (const value of nodes(node['value'])) visit(value, joined(key, name), below);
        return;
      }
      case 'ArrayExpression': {
        const elements = nodes(node['elements']);
        const [first, ...others] = elements.map(textOf);
        const isWording = elements.length === 2 || elements.length === 3;
        if (isWording && first !== null && first !== undefined && (HAN.test(first) || isShownIn)) {
          add(key, first, 'zh-CN');
          for (const other of others) if (other !== null) add(key, other, 'en');
          return;
        }
        break;
      }
      case 'JSXText':
        if (LETTERS.test(String(node['value'])))
          add(key, String(node['value']).trim(), HAN.test(String(node['value'])) ? 'zh-CN' : 'en');
        return;
      default: {
        const text = textOf(node);
        if (text === null) break;
        if (HAN.test(text)) add(key, text, 'zh-CN');
        else if (language === 'en') add(key, text, 'en');
        if (node.type === 'Literal') return;
      }
    }
    for (const child of Object.values(node)) for (const one of nodes(child)) visit(one, key, language);
  };
  visit(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node, '', null);
  return found.map((one) => ({ file, ...one }));
}

const joined = (key: string, name: string): string => (key === '' ? name : `${key}.${name}`);
const nameOf = (key: unknown): string => (isNode(key) ? String(key['name'] ?? key['value'] ?? '') : '');

/** A string, or the text of a template with `{{}}` for what is put into it. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  return nodes(node['quasis'])
    .map((quasi) => String((quasi['value'] as { readonly cooked: string }).cooked))
    .join('{{}}');
}

/** The texts of a JSON file that ships: English under a name that ends in `En`, or `en`. */
export function wordsOfJson(file: string, json: string): readonly UserWords[] {
  const found: UserWords[] = [];
  const visit = (value: unknown, key: string, isEnglish: boolean): void => {
    if (typeof value === 'string') {
      if (HAN.test(value)) found.push({ file, key, language: 'zh-CN', text: value });
      else if (isEnglish) found.push({ file, key, language: 'en', text: value });
    } else if (typeof value === 'object' && value !== null)
      for (const [name, below] of Object.entries(value))
        visit(below, joined(key, name), isEnglish || name === 'en' || name.endsWith('En'));
  };
  visit(JSON.parse(json), '', false);
  return found;
}

/** The lines of a text or a document: Chinese where a Han character stands in it, outside of code. */
export function wordsOfText(file: string, text: string): readonly UserWords[] {
  return text
    .replaceAll(/```[\s\S]*?```/g, '')
    .split('\n')
    .map((line) => line.replaceAll(/`[^`]*`|\]\([^)]*\)/g, ' '))
    .filter((line) => LETTERS.test(line) || HAN.test(line))
    .map((line) => ({ file, key: '', language: HAN.test(line) ? 'zh-CN' : 'en', text: line.trim() }));
}
