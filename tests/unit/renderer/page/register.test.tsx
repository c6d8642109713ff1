// @vitest-environment happy-dom
/** A register: its rows, the one that is shown beside them, the ways to its neighbours, and its page. */
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Failure, ok } from '../../../../contract/result.ts';
import { initI18n } from '../../../../renderer/messages/i18n.ts';
import { ListDrawer } from '../../../../renderer/ui/ListDrawer.tsx';
import { RegisterPage } from '../../../../renderer/ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../../../../renderer/ui/RegisterTable.tsx';
import { CLAUSES } from '../../../../contract/other-systems/lists.ts';
import { openMemoryPage, typeInto } from '../../../support/memory-page.tsx';

interface Walk {
  readonly id: number;
  readonly day: string;
}

const WALKS: readonly Walk[] = [
  { id: 3, day: '2026-01-31' },
  { id: 2, day: '2026-01-24' },
  { id: 1, day: '2026-01-17' },
];

const LISTING: Listing<Walk> = {
  idOf: ({ id }) => id,
  marksOf: ({ id }) => ({ 'data-testid': `walk-${id}` }),
  words: (_, { day }) => `Open ${day}`,
  columns: () => [{ id: 'day', header: 'Day', cell: ({ day }) => day }],
};

const find = (testId: string): HTMLElement | null => document.querySelector(`[data-testid="${testId}"]`);
const title = (): string | undefined => find('walk-drawer')?.querySelector('h2')?.textContent;
const open = (id: number): void => find(`walk-${id}`)!.querySelector('button')!.click();

async function show(content: ReactNode): Promise<void> {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  onTestFinished(() => {
    root.unmount();
    document.body.replaceChildren();
  });
  root.render(<div data-testid="shown">{content}</div>);
  await vi.waitFor(() => expect(find('shown')).not.toBeNull());
}

const Walks = ({ walks = WALKS }: { readonly walks?: readonly Walk[] }) => (
  <RegisterTable label="Walks" listing={LISTING} rows={walks}>
    {(one) => (
      <ListDrawer
        of={one}
        name="walk"
        title={`Walk of ${one.row.day}`}
        hasSteps
        facts={[
          ['Day', one.row.day],
          ['Remark', ''],
          ['By', null],
        ]}
      />
    )}
  </RegisterTable>
);

beforeEach(() => initI18n('zh-CN'));

describe('a register', () => {
  it('shows a row beside it, with what is known of it and nothing of what is not', async () => {
    await show(<Walks />);
    expect(title()).toBeUndefined();
    open(2);
    await vi.waitFor(() => expect(title()).toBe('Walk of 2026-01-24'));
    expect([...find('walk-drawer')!.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
      'Day',
    ]);
  });

  it('leads to the row before and the row after, and no further than the ends', async () => {
    await show(<Walks />);
    open(3);
    await vi.waitFor(() => expect(title()).toBe('Walk of 2026-01-31'));
    expect((find('walk-newer') as HTMLButtonElement).disabled).toBe(true);
    find('walk-older')!.click();
    await vi.waitFor(() => expect(title()).toBe('Walk of 2026-01-24'));
    find('walk-older')!.click();
    await vi.waitFor(() => expect(title()).toBe('Walk of 2026-01-17'));
    expect((find('walk-older') as HTMLButtonElement).disabled).toBe(true);
    find('walk-newer')!.click();
    await vi.waitFor(() => expect(title()).toBe('Walk of 2026-01-24'));
  });

  it('gives the focus back to the row that was shown last', async () => {
    await show(<Walks />);
    open(3);
    await vi.waitFor(() => expect(title()).toBeDefined());
    find('walk-older')!.click();
    await vi.waitFor(() => expect(title()).toBe('Walk of 2026-01-24'));
    find('walk-drawer')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await vi.waitFor(() => expect(title()).toBeUndefined());
    await vi.waitFor(() => expect(document.activeElement?.closest('tr')?.dataset['testid']).toBe('walk-2'));
  });

  it('shows nothing of a row that is gone', async () => {
    const Shrinking = () => {
      const [walks, setWalks] = useState(WALKS);
      return (
        <>
          <button data-testid="leave" onClick={() => setWalks(WALKS.slice(0, 1))}>
            Leave
          </button>
          <Walks walks={walks} />
        </>
      );
    };
    await show(<Shrinking />);
    open(1);
    await vi.waitFor(() => expect(title()).toBeDefined());
    find('leave')!.click();
    await vi.waitFor(() => expect(title()).toBeUndefined());
  });
});

describe('the page of a register', () => {
  const page = (register: readonly Walk[] | null, failure: Failure | null, again = vi.fn<() => void>()) => (
    <RegisterPage
      screen="walks"
      name="walks"
      title="Walks"
      lead="Once a week."
      register={register}
      failure={failure}
      onAgain={again}
      isOpen={register?.length === 1}
      buttons={<button data-testid="walk-begin">Begin</button>}
    >
      {(walks) => <p data-testid="walks">{walks.length}</p>}
    </RegisterPage>
  );

  it('waits until it is read', async () => {
    await show(page(null, null));
    expect([find('walks-reading') === null, find('walks')]).toEqual([false, null]);
  });

  it('says why it could not be read, and reads it anew', async () => {
    const again = vi.fn<() => void>();
    await show(page(null, { code: 'busy', details: {} }, again));
    expect(find('walks-reading')).toBeNull();
    find('walks-again')!.click();
    expect(again).toHaveBeenCalledOnce();
  });

  it('offers what can be begun until something is', async () => {
    await show(page(WALKS, null));
    expect([find('walks')!.textContent, find('walk-begin') === null]).toEqual(['3', false]);
    document.body.replaceChildren();
    await show(page(WALKS.slice(0, 1), null));
    expect([find('walks')!.textContent, find('walk-begin')]).toEqual(['1', null]);
  });
});

describe('what is typed into a form of a register', () => {
  it('is asked about before it is left behind, until the form is closed', async () => {
    const page = await openMemoryPage('admin');
    await page.open('other-systems');
    await page.click('other-system-add');
    await page.get('other-system-name');
    await page.open('training');
    await page.get('screen-training');
    await page.open('other-systems');
    await page.click('other-system-add');
    await typeInto(page, 'other-system-name', '门禁');
    await page.click('area-oversight');
    await page.get('dialog-unsaved');
    await page.click('unsaved-stay');
    await page.gone('dialog-unsaved');
    await page.click('other-system-cancel');
    await page.open('training');
    await page.get('screen-training');
  });
});

it('names each clause that the agreement with a vendor lacks, and sends what was ticked with the own PIN', async () => {
  const page = await openMemoryPage('admin');
  const [system] = page.recorded('systems.list').systems;
  let register = { systems: [{ ...system!, agreement: null as NonNullable<typeof system>['agreement'] }] };
  const sent: unknown[] = [];
  page.vault['systems.list'] = async () => ok(register);
  page.vault['systems.agreement'] = async (request) => {
    sent.push(request);
    const agreement = { ...request.agreement, readOn: '2026-03-10', readBy: '管理员' };
    return ok((register = { systems: [{ ...system!, agreement }] }));
  };
  await page.open('other-systems');
  expect((await page.get('other-system')).textContent).toContain('未核对');
  await page.click('other-system');
  await page.click('other-system-agreement');
  await typeInto(page, 'other-system-signedOn', '2025-12-01');
  for (const clause of CLAUSES.slice(0, -1)) await page.click(`other-system-clauses-${clause}`);
  await typeInto(page, 'pin-input', '482913');
  await page.click('other-system-submit');
  await page.gone('other-system-form');
  expect((await page.get('other-system')).textContent).toContain('缺 1 项');
  await page.click('other-system');
  expect((await page.get('other-system-drawer')).textContent!.split('委托协议缺：').slice(1)).toEqual([
    expect.stringMatching(/^未经同意不得转委托/),
  ]);
  expect(sent).toEqual([
    {
      systemId: system!.systemId,
      version: system!.version,
      agreement: { isProcessor: true, signedOn: '2025-12-01', clauses: CLAUSES.slice(0, -1) },
      pin: '482913',
    },
  ]);
});
