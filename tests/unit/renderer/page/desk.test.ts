// @vitest-environment happy-dom
/** The search box, a record that cannot be opened, and the answers of an import: keys, focus and alerts. */
import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { answerImport } from '../../../support/import-replies.ts';
import { type MemoryPage, openMemoryPage, watchRoute } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

const box = (page: MemoryPage): HTMLInputElement => page.find('search-box') as HTMLInputElement;
const rows = (): readonly Element[] => [...document.querySelectorAll('[data-testid=result-row]')];

describe('the search box', () => {
  it('has the focus, takes a key that was pressed beside it, and names the row that Enter opens', async () => {
    const page = await openMemoryPage();
    expect(document.activeElement).toBe(box(page));
    box(page).blur();
    page.type('x');
    expect([document.activeElement === box(page), box(page).value]).toEqual([true, 'x']);
    await page.get('result-row');
    expect(box(page).getAttribute('aria-activedescendant')).toBe('result-0');
    page.press('ArrowDown');
    await vi.waitFor(() => expect(box(page).getAttribute('aria-activedescendant')).toBe('result-1'));
    expect(
      rows()
        .map((row) => row.getAttribute('aria-selected'))
        .indexOf('true'),
    ).toBe(1);
  });

  it('is a password field before the first digit stands in it, and a text field again for a letter', async () => {
    const page = await openMemoryPage();
    const types: string[] = [];
    box(page).addEventListener('input', () => types.push(box(page).type));
    page.type('14');
    expect(types).toEqual(['password', 'password']);
    box(page).select();
    box(page).value = '';
    page.type('z');
    expect(types.at(-1)).toBe('text');
  });

  it('shows the chosen line beside the list, and opens it with what is asked for at once', async () => {
    const page = await openMemoryPage();
    page.type('z');
    const chosen = await page.get('chosen-row');
    expect(rows()[0]?.textContent).toContain(chosen.querySelector('p')!.firstChild!.textContent);
    page.press('v', { altKey: true, code: 'KeyV' });
    await page.get('verify-form');
    expect(page.find('person-panel')).not.toBeNull();
  });

  it('says of each line its room, also of those whose room stands above them once', async () => {
    const page = await openMemoryPage();
    const { 'people.search': search } = page.vault;
    const homes: string[] = [];
    page.vault['people.search'] = async (request) => {
      const reply = await search(request);
      if (!reply.ok) return reply;
      const [group] = reply.value.groups;
      const [row] = group!.rows;
      homes.push(row!.roomLabel!);
      return ok({ ...reply.value, groups: [{ ...group!, rows: [row!, row!] }] });
    };
    page.type('z');
    await page.get('result-row');
    const heard = rows().map((line) => line.getAttribute('aria-label') ?? line.textContent);
    expect([heard.length, homes.length]).toEqual([2, 1]);
    for (const line of heard) expect(line).toContain(homes[0]);
    expect(rows()[0]!.textContent).not.toContain(homes[0]);
  });

  it('is in front of the open record again on a small window as soon as something else is looked for', async () => {
    const page = await openMemoryPage();
    const isInFront = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-open]')?.dataset['open'];
    page.type('z');
    await page.get('result-row');
    page.press('Enter');
    await page.get('person-panel');
    expect(isInFront()).toBe('true');
    page.type('l');
    await vi.waitFor(() => expect(isInFront()).toBe('false'));
    page.press('Enter');
    await vi.waitFor(() => expect(isInFront()).toBe('true'));
  });

  it('asks once more for its list when the record that is open has changed', async () => {
    const page = await openMemoryPage();
    page.type('z');
    await page.get('result-row');
    page.press('Enter');
    await page.get('person-panel');
    const asked = watchRoute(page, 'people.search');
    await page.click('confirm-phone-0');
    await vi.waitFor(() => expect(asked).toEqual([{ text: 'z' }]));
    expect(page.find('person-panel')).not.toBeNull();
  });

  it('begins anew with the next character once a record was opened from its text', async () => {
    const page = await openMemoryPage();
    page.type('z');
    await page.get('result-row');
    page.press('Enter');
    await page.get('person-panel');
    page.type('l');
    expect(box(page).value).toBe('l');
  });

  it('opens at Enter whom the text finds, not whom the list still shows from before', async () => {
    const page = await openMemoryPage();
    page.type('z');
    await page.get('result-row');
    const before = rows()[0]?.textContent;
    const opened: unknown[] = [];
    const { 'people.search': search, 'people.open': open } = page.vault;
    page.vault['people.open'] = (request) => (opened.push(request.personId), open(request));
    const answers: (() => void)[] = [];
    const found: number[] = [];
    page.vault['people.search'] = async (request) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      const reply = await search(request);
      if (reply.ok)
        found.push(...reply.value.groups.flatMap(({ rows: of }) => of.map((row) => row.personId)));
      return reply;
    };
    box(page).value = '';
    page.type('x');
    page.press('Enter');
    expect(opened).toEqual([]);
    answers[0]!();
    await page.get('person-panel');
    expect(opened).toEqual([found[0]]);
    expect(rows()[0]?.textContent).not.toBe(before);
  });

  it('opens nobody at Enter where the text was changed before its answer came', async () => {
    const page = await openMemoryPage();
    page.type('z');
    await page.get('result-row');
    const { 'people.search': search } = page.vault;
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    page.vault['people.search'] = async (request) => {
      await held;
      return request.text === 'zsh' ? ok({ groups: [], next: null }) : search(request);
    };
    page.type('s');
    page.press('Enter');
    page.type('h');
    answer();
    await page.get('no-results');
    await Promise.resolve();
    expect(page.find('person-panel')).toBeNull();
  });

  it('says by an alert that a search failed, shows nobody, and is well again with the next', async () => {
    const page = await openMemoryPage();
    const { 'people.search': search } = page.vault;
    page.vault['people.search'] = async () => fail('internal');
    page.type('z');
    expect((await page.get('failure')).getAttribute('role')).toBe('alert');
    expect([rows().length, document.activeElement === box(page)]).toEqual([0, true]);
    page.vault['people.search'] = search;
    page.type('s');
    await page.get('result-row');
    expect(page.find('failure')).toBeNull();
  });
});

describe('a record that cannot be opened', () => {
  it.each(['not-found', 'internal', 'store-damaged'] as const)(
    'is said by an alert in its place: %s',
    async (code) => {
      const page = await openMemoryPage();
      page.vault['people.open'] = async () => fail(code);
      page.type('z');
      await page.get('result-row');
      page.press('Enter');
      const alert = await page.get('failure');
      expect([alert.getAttribute('role'), alert.dataset['code'], page.find('person-panel')]).toEqual([
        'alert',
        code,
        null,
      ]);
      expect(alert.textContent).toContain(zhCN.errors[code].what);
      expect(page.focused()).toBe('search-box');
    },
  );
});

describe('the questions of an import', () => {
  async function toQuestions(): Promise<MemoryPage> {
    const page = await openMemoryPage('supervisor', answerImport);
    page.press('i', { ctrlKey: true });
    await page.click('pick-file');
    // Whether ID numbers are kept is asked first.
    (await page.get('take-ids-yes')).querySelector('input')!.click();
    await prove(page, PINS.supervisor);
    await vi.waitFor(() => expect((page.find('import-preview') as HTMLButtonElement).disabled).toBe(false));
    await page.click('import-preview');
    await page.get('question');
    return page;
  }
  async function prove(page: MemoryPage, pin: string): Promise<void> {
    await page.choose('supervisor-choice', 'Super One');
    page.find('supervisor-pin-input')!.focus();
    page.type(pin);
  }
  const questions = (): readonly HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>('[data-testid=question]'),
  ];

  it('are answered by a key, the next one has the focus then, and nothing is written before all are', async () => {
    const page = await toQuestions();
    const all = questions().length;
    expect((page.find('import-apply') as HTMLButtonElement).disabled).toBe(true);
    for (const [at, question] of questions().entries()) {
      question.querySelector('input')!.focus();
      page.press('3');
      await vi.waitFor(() => expect(questions()[at]!.dataset['answered']).toBe('true'));
      if (at + 1 < all)
        await vi.waitFor(() => expect(questions()[at + 1]!.contains(document.activeElement)).toBe(true));
    }
    expect(questions().every((question) => question.dataset['answered'] === 'true')).toBe(true);
  });

  it('stand beside the rows that need none, each with its vehicles and spaces a line', async () => {
    const page = await toQuestions();
    await page.click('preview-filter-all');
    (await page.get('preview-filter-all')).querySelector('input')!.click();
    await page.get('plan-rows');
    await vi.waitFor(() =>
      expect(
        [...document.querySelectorAll('[data-testid=plan-car]')].map((line) => line.textContent),
      ).toEqual([
        '车辆 桂M***45 · 五菱 · 白 · 小型轿车',
        '车辆 桂M***45',
        '车位 B1-021 · 地下一层 · 租用 · 桂M***45 · 2026-01-05 起',
      ]),
    );
  });

  it('of several who may be meant are not answered by "the same one" alone', async () => {
    const page = await toQuestions();
    const several = questions().find(
      (question) => question.querySelectorAll('[data-testid*="-same-"]').length > 1,
    );
    expect(several).toBeDefined();
    several!.querySelector('input')!.focus();
    page.press('1');
    await new Promise((resolve) => void setTimeout(resolve, 20));
    expect(several!.dataset['answered']).toBe('false');
  });

  it('a wrong PIN is said by an alert, the PIN is gone, the answers stay', async () => {
    const page = await toQuestions();
    await page.click('answer-rest-leave-out');
    (await page.get('answer-rest-leave-out')).querySelector('input')!.click();
    (await page.get('preview-filter-missing')).querySelector('input')!.click();
    (await page.get('missing-stay')).querySelector('input')!.click();
    (await page.get('preview-filter-ambiguous')).querySelector('input')!.click();
    await page.get('question');
    await prove(page, 'wrong-pin-of-somebody');
    await vi.waitFor(() => expect((page.find('import-apply') as HTMLButtonElement).disabled).toBe(false));
    await page.click('import-apply');
    const alert = await page.get('failure');
    expect([alert.getAttribute('role'), alert.dataset['code']]).toEqual(['alert', 'wrong-pin']);
    expect(page.everything()).not.toContain('wrong-pin-of-somebody');
    expect(page.find('answer-rest-leave-out')!.querySelector('input')!.checked).toBe(true);
  });
});
