/** Every data file is replaced, and spoiled, under a real vault: its new edition counts at once, what was decided by the one before stays in full words, and a file that cannot be read breaks nothing else. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormFill } from '../../../contract/forms/routes.ts';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import type { IncidentView } from '../../../contract/incidents/routes.ts';
import type { InventoryItemId } from '../../../contract/inventory/lists.ts';
import { TEMPLATE_KINDS, type TemplateKind } from '../../../contract/procedures/lists.ts';
import type { ProcedureBlock } from '../../../contract/procedures/views.ts';
import type { RequestView } from '../../../contract/requests/routes.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { Role } from '../../../contract/fields.ts';
import { pickPack } from '../../support/features/evidence.ts';
import { answersFor } from '../../support/features/forms.ts';
import { FACTS } from '../../support/features/company.ts';
import { resultsOf } from '../../support/features/walk-round.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { words } from '../../support/words.ts';

const ASSETS = fileURLToPath(new URL('../../../assets/', import.meta.url));
const NEW = '2099-01';
/** Of those that are read and printed by the same code, one is printed: a paper takes a second. */
const PRINTED = { form: 'law/self-audit.json', template: 'law/templates/posted-notice.md' } as const;
const COMPARE = '使用前请与官方附件核对';

/** Every data file, by its path within the assets. */
const FILES: readonly string[] = ['law', 'training']
  .flatMap((folder) =>
    readdirSync(join(ASSETS, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ASSETS.length).replaceAll('\\', '/')),
  )
  .toSorted();

const clock = createFakeClock(Date.UTC(2026, 10, 20, 2));
let root: string;
let desk: VaultHarness;
let personId: PersonId;
let signedIn: Role;
beforeAll(async () => {
  root = makeTempDir();
  for (const folder of ['law', 'training'])
    cpSync(join(ASSETS, folder), join(root, folder), { recursive: true });
  desk = await createHarness({ clock, lawFolder: join(root, 'law') });
  personId = await desk.setUpWith(draftOf(1));
  signedIn = 'supervisor';
});

const as = async (role: Role): Promise<void> => {
  if (role !== signedIn) await desk.switchTo(role);
  signedIn = role;
};
const call: VaultHarness['call'] = (route, payload) => desk.call(route, payload);
const pin = PINS.supervisor;

// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;
/** Replaces a file as whoever keeps the data does. */
function replace(file: string, change: (data: Json) => void): void {
  const data: Json = JSON.parse(readFileSync(join(ASSETS, file), 'utf8'));
  (data.source.version === undefined ? data : data.source).version = NEW;
  change(data);
  writeFileSync(join(root, file), JSON.stringify(data));
}
const restore = (file: string): void => cpSync(join(ASSETS, file), join(root, file));

let papers = 0;
/** All text of what `give` writes, without spaces. */
async function paperOf(give: (fileId: FileId) => Promise<unknown>): Promise<string> {
  const path = join(root, `${(papers += 1)}.pdf`);
  const fileId = papers.toString(16).padStart(32, 'f') as FileId;
  desk.vault.offerFile(fileId, path, 'pdf');
  await give(fileId);
  return textOf(path);
}
/** In the order in which it was put there: a cell by a cell. */
async function textOf(path: string): Promise<string> {
  const { text } = await extractText(new Uint8Array(readFileSync(path)), { mergePages: true });
  return text.replaceAll(/\s/gu, '');
}

/** What a paper has to say of where its content comes from. */
function expectSourceOn(paper: string, version: string): void {
  expect(paper).toContain(`版本${version}`);
  expect(paper).toMatch(/可靠程度[PFSIM]（/);
  expect(paper).toContain(COMPARE);
}

const seenOf = ({ fillId, version }: FormFill) => ({ fillId, version });

/** A form is answered by the edition of now; then an item goes, one comes, and one is called otherwise. */
async function replacesForm(file: string): Promise<void> {
  const form = basename(file, '.json');
  const draft = await call('forms.begin', { form, carry: false });
  const { content } = draft;
  const [first, gone] = content.items;
  const saved = await call('forms.save', {
    ...seenOf(draft),
    subject: '前台',
    remark: '',
    answers: answersFor(draft, [gone!.id]),
  });
  const done: FormFill = await call('forms.finish', { ...seenOf(saved), pin });
  replace(file, (data) => {
    data.items.splice(1, 1);
    data.items[0].title = '换过的说法';
    data.items.push({ ...data.items[0], id: 'came-later', title: '新增的一项', titleEn: 'A new item' });
  });
  const opened = await call('forms.open', { form });
  expect(opened.content.source).toMatchObject({ version: NEW, checked: false });
  expect(opened.content.items.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['换过的说法', '新增的一项']),
  );
  const then = await call('forms.read', { fillId: done.fillId });
  expect(then.content).toEqual(content);
  if (file !== PRINTED.form) return;
  const paper = await paperOf((fileId) => call('forms.give', { fillId: done.fillId, fileId }));
  for (const title of [first!.title, gone!.title]) expect(paper).toContain(title.replaceAll(/\s/g, ''));
  expectSourceOn(paper, content.source.version);
}

const wordsOf = (blocks: readonly ProcedureBlock[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]))
    .flat()
    .map((run) => ('text' in run ? run.text : ''))
    .join('');

/** A document is published by the template of now; then the template says something else. */
async function replacesTemplate(file: string): Promise<void> {
  const kind = basename(file, '.md') as TemplateKind;
  const drafted = async () => {
    const { procedures } = await call('procedures.useTemplates', { kinds: [kind], idleSeconds: 120 });
    return procedures.find((one) => one.kind === kind)!;
  };
  await drafted();
  await as('admin');
  await call('company.change', { facts: FACTS, pin: PINS.admin });
  await as('supervisor');
  const find = async () => (await call('procedures.list', {})).procedures.find((one) => one.kind === kind)!;
  const { procedureId, draft } = await find();
  await call('procedures.read', { procedureId, versionId: null });
  await call('procedures.publish', { drafts: [{ procedureId, version: draft!.version }], pin });
  const { versions } = await find();
  const which = { procedureId, versionId: versions[0]!.versionId };
  const before = await call('procedures.read', which);
  const text = readFileSync(join(ASSETS, file), 'utf8');
  writeFileSync(
    join(root, file),
    text
      .replace(/^version: .*$/m, `version: ${NEW}`)
      .replace(/(^---\n[^]*?^---\n)[^]*$/m, '$1# 新版\n换过的正文，由{{company}}施行。\n'),
  );
  await drafted();
  const now = await call('procedures.read', { procedureId, versionId: null });
  expect(now.origin).toMatchObject({ version: NEW, checked: false });
  expect(wordsOf(now.blocks)).toContain('换过的正文');
  expect(await call('procedures.read', which)).toEqual(before);
  if (file === PRINTED.template) {
    const printed = (versionId: typeof which.versionId | null) =>
      paperOf((fileId) => call('procedures.give', { procedureId, versionId, fileId }));
    const draftOnPaper = await printed(null);
    expect(draftOnPaper).toContain('换过的正文');
    expectSourceOn(draftOnPaper, NEW);
    // The company has made it its own.
    const published = await printed(which.versionId);
    expect(published).not.toContain('换过的正文');
    expect(published).not.toContain(COMPARE);
  }
  const { draft: again } = await find();
  await call('procedures.discardDraft', { procedureId, version: again!.version });
}

const takeIn = async (): Promise<RequestView> => {
  const { register, requestId } = await call('requests.takeIn', {
    personId,
    what: 'copy',
    fields: [],
    asker: 'self',
    way: 'counter',
  });
  return register.requests.find((one) => one.requestId === requestId)!;
};

async function openIncident(): Promise<IncidentView> {
  return call('incidents.open', {
    drill: false,
    origin: 'own',
    about: { kind: 'leak', certainty: 'possible', title: '名册外传', noticedAt: clock.now() - 1_000 },
    scope: { of: 'person', personId },
  });
}
const withLevel = (incident: IncidentView, level: string | null): Promise<IncidentView> => {
  const { kind, certainty, title, noticedAt } = incident;
  const texts = { causes: '', harm: '', measures: '', advice: '', contact: '' };
  return call('incidents.change', {
    incidentId: incident.incidentId,
    version: incident.version,
    facts: { kind, certainty, title, noticedAt, fields: [], ...texts, level },
  });
};
const readIncident = ({ incidentId }: IncidentView): Promise<IncidentView> =>
  call('incidents.read', { incidentId });

/** What is done with each file before it is replaced, and holds afterwards. A file without a case fails the first test. */
const CASES: Readonly<Record<string, (file: string) => Promise<void>>> = {
  'law/computer-checklist.json': replacesForm,
  'law/impact-assessment.json': replacesForm,
  'law/self-audit.json': replacesForm,
  ...Object.fromEntries(TEMPLATE_KINDS.map((kind) => [`law/templates/${kind}.md`, replacesTemplate])),
  'law/articles.json': async (file) => {
    replace(file, (data) => {
      for (const one of data.articles) if (one.id === 'pipl-47') one.paragraphs = ['换过的条文。'];
    });
    const { rules } = await call('retention.read', {});
    expect(rules.articlesSource).toMatchObject({ version: NEW, grade: 'P' });
    expect(rules.articles.map(({ text }) => text)).toContain('换过的条文。');
    expect(rules.articles.at(-1)).toMatchObject({
      titleEn: "Personal Information Protection Law of the People's Republic of China, Article 47",
    });
    const { articles, articlesSource } = await call('forms.open', { form: 'self-audit' });
    expect(articlesSource?.version).toBe(NEW);
    expect(articles.find(({ id }) => id === 'pipl-47')?.paragraphs).toEqual(['换过的条文。']);
  },
  'law/walk-round.json': async (file) => {
    const { places, source } = await call('walks.list', {});
    const [first, gone] = places;
    const { walks } = await call('walks.finish', { results: [...resultsOf(places)], pin });
    replace(file, (data) => {
      data.places.splice(1, 1);
      Object.assign(data.places[0], { title: '服务台', look: ['换过的看法'], lookEn: ['Otherwise'] });
      data.places.push({ id: 'roof', title: '屋顶', titleEn: 'Roof', look: [], lookEn: [] });
    });
    const now = await call('walks.list', {});
    expect(now.source).toMatchObject({ version: NEW, grade: 'I', checked: false });
    expect(now.places.map(({ title }) => title)).toEqual(expect.arrayContaining(['服务台', '屋顶']));
    expect(now.places.map(({ title }) => title)).not.toContain(gone!.title);
    expect(now.walks[0]).toEqual(walks[0]);
    expect(now.walks[0]).toMatchObject({ source, results: expect.any(Array) as unknown });
    expect(now.walks[0]!.results.slice(0, 2)).toMatchObject([
      { title: first!.title, look: first!.look, lookEn: first!.lookEn },
      { title: gone!.title, look: gone!.look, lookEn: gone!.lookEn },
    ]);
    const { walkId } = now.walks[0]!;
    const paper = await paperOf((fileId) => call('walks.print', { walkId, fileId }));
    for (const words of [gone!.title, ...gone!.look]) expect(paper).toContain(words);
    expectSourceOn(paper, source.version);
    expectSourceOn(await paperOf((fileId) => call('walks.print', { walkId: null, fileId })), NEW);
  },
  'law/requests.json': async (file) => {
    const { rules } = await call('requests.list', {});
    const reason = rules.refusals[0]!;
    const request = await takeIn();
    await call('requests.decide', {
      requestId: request.requestId,
      version: request.version,
      how: 'refused',
      refusal: reason.id,
      words: '没有带证件，电话也对不上',
      pin,
    });
    replace(file, (data) => {
      data.terms[0].usual = 10;
      data.refusals = [{ ...data.refusals[1], id: 'came-later', zh: '新增的理由' }];
      data.complain = [{ ...data.complain[0], zh: '换过的救济途径。' }];
    });
    expect((await takeIn()).daysLeft).toBe(10);
    const now = await call('requests.list', {});
    expect(now.rules.source).toMatchObject({ version: NEW, checked: false });
    expect(now.rules.refusals.map(({ zh }) => zh)).toEqual(['新增的理由']);
    const then = now.requests.find(({ requestId }) => requestId === request.requestId)!;
    expect(then.ended?.refusal).toEqual(reason);
    const { requestId } = request;
    const letter = await paperOf((fileId) => call('requests.letter', { requestId, fileId }));
    for (const words of [reason.zh, reason.basis, '人民法院提起诉讼']) expect(letter).toContain(words);
    expect(letter).not.toContain('换过的救济途径');
    expectSourceOn(letter, rules.source.version);
  },
  'law/incident-report.json': async (file) => {
    const { levels, source } = await call('incidents.list', {});
    const serious = levels.find(({ id }) => id === 'serious')!;
    const chosen = await withLevel(await openIncident(), 'serious');
    const open = await withLevel(await openIncident(), 'major');
    const reported = await withLevel(await openIncident(), 'major');
    await call('incidents.recordNotification', {
      incidentId: reported.incidentId,
      version: reported.version,
      notification: { to: 'authority', how: '电话报告' },
      pin: PINS.supervisor,
    });
    replace(file, (data) => {
      data.levels = data.levels.filter((one: Json) => one.id !== 'serious');
      Object.assign(data.levels[0], { zh: '换过的等级', hours: 1 });
      data.drill.months = 6;
    });
    const book = await call('incidents.list', {});
    expect(book.source).toMatchObject({ version: NEW, checked: false });
    expect(book.levels.map(({ id }) => id)).toEqual(['major', 'extreme']);
    // What goes on goes by the new times; what has no level any more, and what was reported, by those of then.
    expect((await readIncident(open)).clock).toMatchObject({ zh: '换过的等级', hours: 1 });
    expect((await readIncident(reported)).clock).toMatchObject({ zh: levels[0]!.zh, hours: 4 });
    const kept = await readIncident(chosen);
    expect(kept).toMatchObject({ level: 'serious', source, clock: { zh: serious.zh, en: serious.en } });
    expect((await withLevel({ ...kept, title: '名册外传（二）' }, 'serious')).clock?.zh).toBe(serious.zh);
    const { incidentId } = chosen;
    const paper = await paperOf((fileId) => call('incidents.file', { incidentId, fileId }));
    expect(paper).toContain(serious.zh);
    expectSourceOn(paper, source.version);
    const notice = await paperOf((fileId) =>
      call('incidents.giveNotice', { incidentId: reported.incidentId, to: 'authority', fileId }),
    );
    expect(notice).toContain(levels[0]!.zh);
  },
  'law/retention.json': async (file) => {
    await as('admin');
    const before = await call('retention.read', {});
    const { restrictDays, rules } = before.rules;
    await call('retention.setRules', { rules: { restrictDays, rules }, words: '公司核定', pin: PINS.admin });
    const note = before.rules.suggested.find(({ entity }) => entity === 'note')!;
    replace(file, (data) => {
      data.rules = data.rules.filter((one: Json) => one.entity !== 'note');
      Object.assign(data.rules[0], { months: 48, ground: '换过的理由' });
      data.rules.push({ entity: 'balcony', months: 3, ground: '新的对象', groundEn: 'Something new' });
    });
    const now = (await call('retention.read', {})).rules;
    expect(now.source).toMatchObject({ version: NEW, grade: 'I', checked: false });
    expect(now.suggested[0]).toMatchObject({ entity: 'owner', months: 48, ground: '换过的理由' });
    expect(now.suggested.map(({ entity }) => entity)).not.toContain('note');
    // The company's own rules stand, with what was suggested when they were confirmed.
    expect(now.rules).toEqual(rules);
    expect(now.chosen?.edition?.source).toEqual(before.rules.source);
    expect(now.chosen?.edition?.suggested).toContainEqual(note);
  },
  'law/inventory.json': async (file) => {
    await as('admin');
    const lineOf = async (item: InventoryItemId) =>
      (await call('inventory.read', {})).lines.find((one) => one.item === item)!;
    const phone = await lineOf('phone');
    await call('inventory.change', {
      item: 'phone',
      version: phone.version,
      purposes: ['notices'],
      bases: phone.bases.map((one) =>
        one.subject === 'tenant' ? { ...one, basis: 'legal-duty' as const } : one,
      ),
      retention: '停用即删除，最长一年',
      pin: PINS.admin,
    });
    replace(file, (data) => {
      delete data.items.sex;
      delete data.items.phone.basis.tenant;
      Object.assign(data.items.email, { purposes: ['notices'], note: '新的说明' });
      Object.assign(data.limits[0], { title: '换过的界线', people: 50_000 });
      data.withdrawal.bank.text = '换过的后果。';
    });
    const now = await call('inventory.read', {});
    expect(now.law).toMatchObject({ version: NEW, checked: false });
    expect(now.limits[0]).toMatchObject({ title: '换过的界线', people: 50_000 });
    expect(await lineOf('email')).toMatchObject({ purposes: ['notices'], note: '新的说明' });
    expect((await lineOf('sex')).bases.every(({ basis }) => basis === null)).toBe(true);
    expect(await lineOf('phone')).toMatchObject({
      purposes: ['notices'],
      ownRetention: '停用即删除，最长一年',
    });
    expect((await lineOf('phone')).bases).toContainEqual({ subject: 'tenant', basis: 'legal-duty' });
    const { withdrawal, law } = await call('consent.rules', {});
    expect(withdrawal).toContainEqual(expect.objectContaining({ purpose: 'bank', zh: '换过的后果。' }));
    expect(law.version).toBe(NEW);
    const paper = await paperOf((fileId) => call('inventory.give', { fileId }));
    expect(paper).toContain('停用即删除，最长一年');
    expect(paper).toContain(`数据版本${NEW}`);
    expect(paper).toContain(COMPARE);
  },
  'training/questions.json': async (file) => {
    const quiz = await call('training.begin', {});
    const choices = quiz.questions.map(() => 0);
    const done = await call('training.finish', { quizId: quiz.quizId, choices, pin });
    replace(file, (data) => {
      data.questions = data.questions.slice(0, 12).map((one: Json, at: number) => ({
        ...one,
        id: `new-${at}`,
        words: { zh: `换过的题目${at}？`, en: `Another question ${at}?` },
      }));
    });
    const now = await call('training.begin', {});
    expect(now.source).toMatchObject({ version: NEW, grade: 'I', checked: false });
    const own = now.questions.filter(({ procedure }) => procedure === null);
    expect(own.every(({ words }) => words.zh.startsWith('换过的题目'))).toBe(true);
    const { paper } = done.own.results[0]!;
    const { source, answers } = done;
    expect(await call('training.paper', { paper: paper! })).toEqual({ source, answers });
    expect(source?.version).not.toBe(NEW);
    await as('receptionist');
    expect(await desk.codeOf('training.paper', { paper })).toBe('not-found');
  },
};

describe('a data file that is replaced', () => {
  it('is every one there is', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(FILES);
  });

  it.each(FILES)(
    '%s: the new edition counts, and what was decided before stays in full words',
    async (file) => {
      await as('supervisor');
      await CASES[file]!(file);
    },
  );

  it('leaves the words of then in the inspection pack', async () => {
    await as('supervisor');
    const { fileId, path } = pickPack(desk, root);
    await call('evidence.makePack', { fileId, pin });
    const pack = await textOf(path);
    const shipped = (file: string): Json => JSON.parse(readFileSync(join(ASSETS, file), 'utf8'));
    const words = [
      shipped('law/walk-round.json').places[1].title,
      shipped('law/self-audit.json').items[1].title,
      shipped('law/retention.json').rules.at(-1).ground,
      shipped('training/questions.json').source.title,
    ] as string[];
    for (const one of words) expect(pack).toContain(one.replaceAll(/\s/gu, ''));
    for (const file of FILES) restore(file);
  });
});

/** A route by which the content of each file is shown. */
const SHOWN: Readonly<Record<string, readonly [RouteName, object]>> = {
  ...Object.fromEntries(
    ['computer-checklist', 'impact-assessment', 'self-audit'].map((form) => [
      `law/${form}.json`,
      ['forms.open', { form }] as const,
    ]),
  ),
  ...Object.fromEntries(
    TEMPLATE_KINDS.map((kind) => [
      `law/templates/${kind}.md`,
      ['procedures.useTemplates', { kinds: [kind], idleSeconds: 120 }] as const,
    ]),
  ),
  'law/articles.json': ['retention.read', {}],
  'law/incident-report.json': ['incidents.list', {}],
  'law/inventory.json': ['inventory.read', {}],
  'law/requests.json': ['requests.list', {}],
  'law/retention.json': ['retention.read', {}],
  'law/walk-round.json': ['walks.list', {}],
  'training/questions.json': ['training.begin', {}],
};

/** The file that a screen is told cannot be read; null where it can. */
async function unreadableOf(file: string): Promise<string | null> {
  const [route, payload] = SHOWN[file]!;
  const reply = await desk.ask(route, payload);
  if (!reply.ok) return reply.error.code === 'law-unreadable' ? String(reply.error.details?.['file']) : null;
  const { rules } = reply.value as { readonly rules?: { readonly unreadable?: readonly string[] } };
  return rules?.unreadable?.find((one) => one === basename(file)) ?? null;
}

/** One of each kind: those that are read by the same code go by each other. */
const OTHERS = FILES.filter((file) => !file.includes('/templates/') || file === PRINTED.template);

describe('a data file that cannot be read', () => {
  it.each(FILES)('%s is named where it is shown, and every other goes on', async (file) => {
    const path = join(root, file);
    const whole = readFileSync(path, 'utf8');
    for (const spoil of [
      () => writeFileSync(path, whole.slice(0, -9).replace('---', '')),
      () => rmSync(path),
    ]) {
      spoil();
      expect(await unreadableOf(file)).toBe(basename(file));
      for (const other of OTHERS) if (other !== file) expect(await unreadableOf(other)).toBeNull();
      for (const route of words('evidence.read forms.list forms.due procedures.list training.own'))
        expect(await desk.codeOf(route, {})).toBe('ok');
    }
    restore(file);
    expect(await unreadableOf(file)).toBeNull();
  });

  it('is said in the inspection pack, which is made all the same', async () => {
    rmSync(join(root, 'law/inventory.json'));
    const { fileId, path } = pickPack(desk, root);
    await call('evidence.makePack', { fileId, pin });
    expect(await textOf(path)).toContain('数据文件inventory.json无法读取');
    restore('law/inventory.json');
  });
});

describe('how long something is kept', () => {
  const templated = ['management-system', 'resident-notice', 'posted-notice'] as const;

  it('is said by the rules in force wherever it is said: a change of them changes all', async () => {
    await as('admin');
    const { rules } = await call('retention.read', {});
    const changed = rules.rules.map((one) => (one.entity === 'owner' ? { ...one, months: 55 } : one));
    await call('retention.setRules', {
      rules: { restrictDays: rules.restrictDays, rules: changed },
      words: '改为五十五个月',
      pin: PINS.admin,
    });
    await as('supervisor');
    const { lines } = await call('inventory.read', {});
    const name = lines.find(({ item }) => item === 'name')!;
    expect(name.retention).toMatchObject({
      zh: expect.stringContaining('业主（过户后）55 个月') as string,
      en: expect.stringContaining('Owners (after a transfer) 55 months') as string,
    });
    expect(await paperOf((fileId) => call('inventory.give', { fileId }))).toContain('业主（过户后）55个月');
    const register = await call('procedures.list', {});
    for (const kind of templated) {
      const was = register.procedures.find((one) => one.kind === kind);
      if (was !== undefined && was.draft !== null) {
        const { procedureId, draft } = was;
        await call('procedures.discardDraft', { procedureId, version: draft.version });
      }
      // What was published says the time of before.
      const published = (await call('procedures.list', {})).procedures.find((one) => one.kind === kind);
      expect(published === undefined || published.outdated).toBe(true);
      const { procedures } = await call('procedures.useTemplates', { kinds: [kind], idleSeconds: 120 });
      const { procedureId } = procedures.find((one) => one.kind === kind)!;
      const { blocks } = await call('procedures.read', { procedureId, versionId: null });
      expect(wordsOf(blocks)).toContain('业主过户后 55 个月');
    }
    const { fileId, path } = pickPack(desk, root);
    await call('evidence.makePack', { fileId, pin });
    const pack = await textOf(path);
    expect(pack).toContain('业主（过户后）55个月');
    expect(pack).not.toContain('业主（过户后）36个月');
  });

  it('is what an admin has worded alone where one has, and by the rules again once that is taken away', async () => {
    await as('admin');
    const phone = async () => (await call('inventory.read', {})).lines.find(({ item }) => item === 'phone')!;
    const word = async (retention: string | null): Promise<void> => {
      const { version, purposes, bases } = await phone();
      await call('inventory.change', {
        item: 'phone' as const,
        version,
        purposes,
        bases,
        retention,
        pin: PINS.admin,
      });
    };
    await word('停用即删除，最长一年');
    expect((await phone()).retention).toEqual({ zh: '停用即删除，最长一年', en: '停用即删除，最长一年' });
    await word(null);
    expect((await phone()).ownRetention).toBeNull();
    expect((await phone()).retention.zh).toContain('业主（过户后）55 个月');
  });
});
