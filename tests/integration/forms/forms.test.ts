/** Forms of the law in a real vault: filled in, signed, due again, and readable whatever becomes of their data files. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_APPLICABLE } from '../../../contract/forms/lists.ts';
import type { FormFill } from '../../../contract/forms/routes.ts';
import type { FileId } from '../../../contract/ids.ts';
import { answersFor } from '../../support/features/forms.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { makePng, offerAttachment } from '../../support/pictures.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { FACTS } from '../../support/features/company.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const OURS = fileURLToPath(new URL('../../../assets/law/', import.meta.url));
const FORMS = readdirSync(OURS)
  .filter((file) => file.endsWith('.json') && file !== 'articles.json')
  .filter((file) => JSON.parse(readFileSync(join(OURS, file), 'utf8')).kind === 'form')
  .map((file) => file.replace('.json', ''));

const readPdf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s/gu, '');

let clock: FakeClock;
let desk: VaultHarness;
let law: string;
beforeEach(async () => {
  clock = createFakeClock(Date.UTC(2026, 2, 10, 4));
  law = makeTempDir();
  cpSync(OURS, law, { recursive: true });
  desk = await openDesk('admin', { clock, lawFolder: law });
  await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  await desk.switchTo('supervisor');
});

const pin = PINS.supervisor;
const seenOf = ({ fillId, version }: FormFill) => ({ fillId, version });
const begin = (form: string, carry = false) => desk.call('forms.begin', { form, carry });
async function save(fill: FormFill, found: readonly string[] = []): Promise<FormFill> {
  return desk.call('forms.save', {
    ...seenOf(fill),
    subject: '前台',
    remark: '',
    answers: answersFor(fill, found),
  });
}
const finish = async (form: string, found: readonly string[] = []): Promise<FormFill> =>
  desk.call('forms.finish', { ...seenOf(await save(await begin(form), found)), pin });
const rowOf = async (form: string) =>
  (await desk.call('forms.list', {})).forms.find((row) => row.form === form)!;
/** A data file as JSON has it. */
interface DataFile {
  name: string;
  source: { version: string };
  items: { id: string; title: string }[];
}

/** Changes a data file, as whoever replaces it does. */
function replace(form: string, change: (data: DataFile) => void): void {
  const path = join(law, `${form}.json`);
  const data = JSON.parse(readFileSync(path, 'utf8')) as DataFile;
  change(data);
  writeFileSync(path, JSON.stringify(data));
}

describe('a form', () => {
  it('is finished with every item answered and a PIN, and says so in the log without an answer', async () => {
    const draft = await begin('self-audit');
    const [first, ...rest] = answersFor(draft);
    const some = await desk.call('forms.save', { ...seenOf(draft), subject: '', remark: '', answers: rest });
    expect(await desk.codeOf('forms.finish', { ...seenOf(some), pin })).toBe('form-unanswered');
    const whole = await desk.call('forms.save', {
      ...seenOf(some),
      subject: '',
      remark: '绝不进日志的话',
      answers: [first!],
    });
    expect(await desk.codeOf('forms.finish', { ...seenOf(whole), pin: 'wrong-pin-1' })).toBe('wrong-pin');
    const done = await desk.call('forms.finish', { ...seenOf(whole), pin });
    expect(done).toMatchObject({ state: 'finished', dueOn: '2027-03-10', finished: { by: 'Super One' } });
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    const entry = entries.find(({ action }) => action === 'form-finish');
    expect(entry).toMatchObject({
      detail: { form: 'self-audit', findings: 0, sha256: done.finished!.sha256 },
    });
    expect(JSON.stringify(entries)).not.toContain('绝不进日志的话');
    await desk.answers('not-found', 'forms.save', { ...seenOf(done), subject: '', remark: '', answers: [] });
  });

  it('is finished with an item that does not apply by words of why alone, and with a group that does not occur by words with any of it', async () => {
    const answersOf = (fill: FormFill, out: readonly string[], words: string) =>
      answersFor(fill).map((one) =>
        out.includes(one.item) ? { ...one, choice: NOT_APPLICABLE, words } : one,
      );
    const finishWith = async (form: string, out: readonly string[], words: string) => {
      const fill = await begin(form);
      const answers = answersOf(fill, out, words);
      const saved = await desk.call('forms.save', { ...seenOf(fill), subject: '前台', remark: '', answers });
      return { ...seenOf(saved), pin };
    };
    for (const words of ['', '  '])
      expect(await desk.codeOf('forms.finish', await finishWith('computer-checklist', ['usb'], words))).toBe(
        'form-unexplained',
      );
    await desk.call('forms.finish', await finishWith('computer-checklist', ['usb'], '没有 USB 接口'));
    const { content } = await begin('impact-assessment');
    const abroad = content.items.filter(({ group }) => group?.includes('境外')).map(({ id }) => id);
    expect(
      await desk.codeOf('forms.finish', await finishWith('impact-assessment', abroad.slice(1), '')),
    ).toBe('form-unexplained');
    expect(await desk.codeOf('forms.finish', await finishWith('impact-assessment', abroad, ' '))).toBe(
      'form-unexplained',
    );
    const explained = await finishWith('impact-assessment', abroad, '没有境外业务');
    expect(await desk.call('forms.finish', explained)).toMatchObject({ state: 'finished' });
  });

  it('calls the result of what does not apply by one name in every form', () => {
    for (const form of FORMS) {
      const { options, items } = JSON.parse(readFileSync(join(OURS, `${form}.json`), 'utf8')) as {
        options: { id: string; text: string }[];
        items: { options?: { id: string; text: string }[] }[];
      };
      for (const { id, text } of [options, ...items.map((one) => one.options ?? [])].flat())
        expect(/^不(?:适用|涉及)$/.test(text), `${form} ${text}`).toBe(id === NOT_APPLICABLE);
    }
  });

  it('opens an item of the tracker for what is found wanting, once for as long as that is open', async () => {
    await finish('computer-checklist', ['usb', 'antivirus']);
    await finish('computer-checklist', ['usb']);
    const { open } = await desk.call('rectification.list', {});
    expect(open.map(({ source, title, dueOn }) => [source, title.includes('前台'), dueOn])).toEqual([
      ['computer-checklist', true, '2026-04-09'],
      ['computer-checklist', true, '2026-04-09'],
    ]);
  });

  it('is due again by the first of its answers, counted from the day that its evidence shows', async () => {
    const fill = await save(await begin('computer-checklist'));
    const attached = await desk.call('forms.attach', {
      ...seenOf(fill),
      item: 'antivirus',
      fileId: offerAttachment(desk),
      showsOn: '2026-01-20',
    });
    const done = await desk.call('forms.finish', { ...seenOf(attached), pin });
    // Three months after what was shown; its other items after six.
    expect(done.dueOn).toBe('2026-04-20');
    expect(await rowOf('computer-checklist')).toMatchObject({ state: 'fine', dueOn: '2026-04-20' });
    clock.advance(30 * DAY_MS);
    expect(await rowOf('computer-checklist')).toMatchObject({ state: 'soon' });
    clock.advance(15 * DAY_MS);
    expect(await rowOf('computer-checklist')).toMatchObject({ state: 'overdue' });
    expect(await desk.call('forms.due', {})).toMatchObject({ overdue: 1 });
    const again = await begin('computer-checklist', true);
    const left = again.answers.filter(({ choice }) => choice === null).map(({ item }) => item);
    expect(left).toEqual(['antivirus']);
  });

  it('keeps the day of an answer that was taken over', async () => {
    await finish('computer-checklist');
    clock.advance(60 * DAY_MS);
    const again = await begin('computer-checklist', true);
    expect(again.answers.every(({ choice }) => choice !== null)).toBe(true);
    const done = await desk.call('forms.finish', { ...seenOf(again), pin });
    expect(done.dueOn).toBe('2026-06-10');
  });

  it('prints alone, a draft as one, with source, version and grade', async () => {
    const fill = await save(await begin('impact-assessment'));
    const give = async (fillId: number): Promise<string> => {
      const path = join(makeTempDir(), 'form.pdf');
      desk.vault.offerFile('d7'.repeat(16), path, 'pdf');
      await desk.call('forms.give', { fillId, fileId: 'd7'.repeat(16) as FileId });
      return readPdf(path);
    };
    const draft = await give(fill.fillId);
    for (const words of ['草稿', '条目按公开资料整理', fill.content.source.version, '可靠程度'])
      expect(draft).toContain(words);
    const done = await desk.call('forms.finish', { ...seenOf(fill), pin });
    const signed = await give(done.fillId);
    expect(signed).not.toContain('草稿');
    expect(signed).toContain(done.finished!.sha256);
    await desk.call('forms.give', { fillId: done.fillId });
    expect(await desk.vault.paper('document')).not.toBeNull();
    expect(await desk.vault.paper('document')).toBeNull();
  });

  it('takes what a draft alone has attached with it when it is given up', async () => {
    const fill = await begin('self-audit');
    await desk.call('forms.attach', {
      ...seenOf(fill),
      item: 'notice',
      fileId: offerAttachment(desk, makePng()),
      showsOn: '2026-03-01',
    });
    const { draft } = await desk.call('forms.open', { form: 'self-audit' });
    const { attachmentId } = draft!.answers.flatMap(({ evidence }) => evidence)[0]!;
    await desk.call('forms.discard', seenOf(draft!));
    expect(await desk.codeOf('attachments.show', { attachmentId, pin })).toBe('not-found');
    expect((await desk.call('forms.open', { form: 'self-audit' })).draft).toBeNull();
  });
});

describe('what the product knows', () => {
  it('is offered with its evidence, and proposes a result where all of it is there', async () => {
    const { suggestions } = await desk.call('forms.open', { form: 'self-audit' });
    const assessed = suggestions.find(({ item }) => item === 'assessment')!;
    expect(assessed).toMatchObject({
      choice: null,
      known: [{ duty: 'impact-assessment', state: 'missing' }],
    });
    await finish('impact-assessment');
    const { suggestions: then } = await desk.call('forms.open', { form: 'self-audit' });
    expect(then.find(({ item }) => item === 'assessment')).toMatchObject({
      choice: 'conforms',
      known: [{ state: 'there' }],
    });
  });
});

describe.each(FORMS)('the data file of %s', (form) => {
  it('is replaced without a change of code, and what was answered stays readable', async () => {
    const before = await finish(form);
    const removed = before.content.items[0]!.id;
    replace(form, (data) => {
      data.name = '换过的名称';
      data.source.version = '2099-01-01';
      data.items = [...data.items.slice(1), { ...data.items[0]!, id: 'brand-new', title: '新加的一项' }];
    });
    expect(await desk.call('forms.read', { fillId: before.fillId })).toEqual(before);
    const next = await begin(form, true);
    expect(next.content).toMatchObject({ name: '换过的名称', source: { version: '2099-01-01' } });
    expect(next.answers.find(({ item }) => item === 'brand-new')).toMatchObject({ choice: null });
    expect(next.answers.some(({ item }) => item === removed)).toBe(false);
    const others = next.answers.filter(({ item }) => item !== 'brand-new');
    expect(others.every(({ choice }) => choice !== null)).toBe(true);
  });

  it('is replaced under a draft, which loses nothing when it is moved to it', async () => {
    const draft = await begin(form);
    const [first] = draft.content.items;
    const saved = await desk.call('forms.save', {
      ...seenOf(draft),
      subject: '前台',
      remark: '',
      answers: answersFor(draft).map((one, at) => (at === 0 ? { ...one, words: '原来的说明' } : one)),
    });
    replace(form, (data) => {
      data.items = [...data.items.slice(1), { ...data.items[0]!, id: 'brand-new', title: '新加的一项' }];
    });
    expect((await desk.call('forms.open', { form })).draft).toMatchObject({ replaced: true });
    expect(await desk.codeOf('forms.finish', { ...seenOf(saved), pin })).toBe('form-replaced');
    const moved = await desk.call('forms.renew', seenOf(saved));
    expect(moved.replaced).toBe(false);
    expect(moved.remark).toContain('原来的说明');
    expect(moved.remark).toContain(first!.title);
    expect(moved.answers.filter(({ choice }) => choice === null).map(({ item }) => item)).toEqual([
      'brand-new',
    ]);
  });

  it('is missed or damaged with an error that names it, and the others go on', async () => {
    const before = await finish(form);
    for (const damage of [
      () => rmSync(join(law, `${form}.json`)),
      () => writeFileSync(join(law, `${form}.json`), '{"kind":"form"'),
      () => writeFileSync(join(law, `${form}.json`), '{"kind":"form","items":[]}'),
    ]) {
      damage();
      const result = await desk.ask('forms.open', { form });
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'law-unreadable', details: { file: `${form}.json` } },
      });
      expect((await desk.call('forms.read', { fillId: before.fillId })).content.name).toBe(
        before.content.name,
      );
      const { forms } = await desk.call('forms.list', {});
      expect(forms.filter(({ form: other, failure }) => other !== form && failure === null)).toHaveLength(
        FORMS.length - 1,
      );
    }
    expect((await rowOf(form)).failure).toBe('law-unreadable');
  });
});

it('a form more is one more file', async () => {
  const data = JSON.parse(readFileSync(join(law, 'computer-checklist.json'), 'utf8'));
  writeFileSync(
    join(law, 'gate-checklist.json'),
    JSON.stringify({ ...data, name: '门岗检查表', duty: null, finding: 'form', subject: null }),
  );
  expect(await rowOf('gate-checklist')).toMatchObject({ name: { text: '门岗检查表' }, state: 'never' });
  await finish('gate-checklist', ['usb']);
  expect((await desk.call('rectification.list', {})).open).toMatchObject([{ source: 'form' }]);
});
