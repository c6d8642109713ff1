/** Data files of the law: each is whole, says where it is from and how sure it is, and a damaged one is an error. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  articlesOf,
  lawFolder,
  readArticles,
  readForm,
  readForms,
} from '../../../main/vault/law/read-law.ts';
import { formSchema } from '../../../main/vault/law/schemas.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const FORMS = readForms();

describe('what ships', () => {
  it('are forms that can be read, the three that the duties ask for among them', () => {
    expect(FORMS.filter(({ failure }) => failure !== null)).toEqual([]);
    const duties = FORMS.flatMap(({ data }) => data?.duty ?? []);
    expect(duties).toEqual(expect.arrayContaining(['self-audit', 'impact-assessment', 'computer-checklist']));
  });

  it.each(FORMS.map(({ form, data }) => [form, data!] as const))(
    '%s has a finding for every item, and a result that is none',
    (_, data) => {
      for (const item of data.items) {
        const options = item.options ?? data.options;
        expect(options.some(({ finding }) => finding === true)).toBe(true);
        // It is proposed where the evidence is there.
        expect(options[0]!.finding).not.toBe(true);
      }
    },
  );

  it.each(FORMS.map(({ form, data }) => [form, data!] as const))(
    '%s shows nothing from memory',
    (_, data) => {
      const grades = [
        data.source.grade,
        data.nameGrade,
        data.declaration?.grade,
        ...data.items.map(({ grade }) => grade),
      ];
      expect(grades).not.toContain('M');
      // Nobody has compared it with the official text yet; whoever does says so in the file.
      expect(data.source.checked).toBe(false);
    },
  );

  it('has articles in the words of the law, each once', () => {
    const { articles, source } = readArticles();
    expect(source.grade).toBe('P');
    expect(articlesOf(['pipl-56', 'pipl-1', 'pipl-55']).articles.map(({ id }) => id)).toEqual([
      'pipl-56',
      'pipl-55',
    ]);
    expect(articlesOf(['pipl-56']).articles[0]!.paragraphs[0]).toBe('个人信息保护影响评估应当包括下列内容：');
    for (const { number, paragraphs } of articles) expect(paragraphs[0]).not.toContain(number);
  });

  it('is copied beside the bundle of the vault, file by file', () => {
    const files = readdirSync(lawFolder(), { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.every(({ name }) => name.endsWith('.json'))).toBe(true);
    expect(lawFolder('file:///app/dist/vault/process.cjs')).toMatch(/dist.vault.law.$/);
  });
});

describe('a data file', () => {
  const good = JSON.parse(readFileSync(join(lawFolder(), 'self-audit.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const written = (text: string): string => {
    const folder = makeTempDir();
    writeFileSync(join(folder, 'self-audit.json'), text);
    return folder;
  };
  const items = good['items'] as readonly object[];
  it.each([
    ['that is cut off', JSON.stringify(good).slice(0, -5)],
    ['with a part that nobody knows', JSON.stringify({ ...good, more: 1 })],
    ['without its source', JSON.stringify({ ...good, source: undefined })],
    ['with an item twice', JSON.stringify({ ...good, items: [items[0], items[0]] })],
    ['without an item', JSON.stringify({ ...good, items: [] })],
    ['that is larger than any may be', JSON.stringify({ ...good, remark: 'x'.repeat(3_000_000) })],
    ['of bytes that are no text', '\ufffd\u0000'],
  ])('%s is refused by its name', (_, text) => {
    expect(() => readForm('self-audit', written(text))).toThrow(
      expect.objectContaining({ code: 'law-unreadable', details: { file: 'self-audit.json' } }),
    );
  });

  it('that is a link, or has a name that leads elsewhere, is not read', () => {
    const folder = makeTempDir();
    symlinkSync(join(lawFolder(), 'self-audit.json'), join(folder, 'self-audit.json'));
    expect(() => readForm('self-audit', folder)).toThrow(expect.objectContaining({ code: 'law-unreadable' }));
    expect(() => readForm('../law/self-audit', lawFolder())).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('that lies among the forms and is none does not become one', () => {
    const folder = written(JSON.stringify(good));
    writeFileSync(join(folder, 'relations.json'), JSON.stringify({ kind: 'something-else' }));
    mkdirSync(join(folder, 'folder.json'));
    expect(readForms(folder).map(({ form, failure }) => [form, failure?.code ?? null])).toEqual([
      ['folder', 'law-unreadable'],
      ['self-audit', null],
    ]);
  });

  it('says nothing that its schema would change', () => {
    for (const { form, data } of FORMS)
      expect(formSchema.parse(JSON.parse(readFileSync(join(lawFolder(), `${form}.json`), 'utf8')))).toEqual(
        data,
      );
  });
});
