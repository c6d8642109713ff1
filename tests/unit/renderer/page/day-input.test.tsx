// @vitest-environment happy-dom
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { initI18n } from '../../../../renderer/messages/i18n.ts';
import { DayInput } from '../../../../renderer/ui/DayInput.tsx';

const IDS = { id: 'day', 'data-testid': 'when' } as const;
const find = (testId: string): HTMLElement | null => document.querySelector(`[data-testid="${testId}"]`);
const get = (selector: string): Promise<HTMLElement> =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  });
const said = (): string => (find('when') as HTMLInputElement).value;

function Asked({ first }: { readonly first: string }) {
  const [text, setText] = useState(first);
  return <DayInput input={{ ...IDS, value: text }} onChange={setText} />;
}

async function show(first: string): Promise<void> {
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  onTestFinished(() => {
    root.unmount();
    document.body.replaceChildren();
  });
  root.render(<Asked first={first} />);
  await get('[data-testid=when]');
}

beforeEach(() => initI18n('zh-CN'));

it.each(['2026-01-31', '20260131', '2026年1月31日'])(
  'opens its calendar at %s, and takes the day that is chosen there',
  async (text) => {
    await show(text);
    find('when-calendar')!.click();
    expect((await get('[data-selected]')).textContent).toBe('31');
    (await get('[aria-label*="1月15日"]')).click();
    await vi.waitFor(() => expect(said()).toBe('2026-01-15'));
    await vi.waitFor(() => expect(document.querySelector('[role=grid]')).toBeNull());
  },
);

it.each(['2026-02-31', '2026', 'soon'])('opens its calendar at today where "%s" is no day', async (text) => {
  await show(text);
  find('when-calendar')!.click();
  await get('[role=grid]');
  expect(document.querySelector('[data-selected]')).toBeNull();
  expect(said()).toBe(text);
});
