// @vitest-environment happy-dom
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { initI18n } from '../../../../renderer/messages/i18n.ts';
import { Field } from '../../../../renderer/ui/Field.tsx';
import { Select } from '../../../../renderer/ui/Select.tsx';
import { openMemoryPage } from '../../../support/memory-page.tsx';

const PETS = [
  { value: 'dog', words: 'Dog' },
  { value: 'cat', words: 'Cat' },
  { value: 'snake', words: 'Snake', disabled: true },
] as const;
type Pet = (typeof PETS)[number]['value'];

const find = (testId: string): HTMLElement => document.querySelector(`[data-testid="${testId}"]`)!;
const choices = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=option]')];
const words = (): readonly string[] => choices().map(({ textContent }) => textContent);
const press = (key: string): boolean =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }),
  );

function Asked({ required }: { readonly required: boolean }) {
  const [pet, setPet] = useState<Pet | null>(null);
  return (
    <form>
      <Field label="Pet">
        {(ids) => (
          <Select
            ids={ids}
            value={pet}
            choices={PETS}
            none={required ? undefined : { words: 'Not set', onChoose: () => setPet(null) }}
            placeholder="Choose one"
            required={required}
            testId="pet"
            onChoose={setPet}
          />
        )}
      </Field>
    </form>
  );
}

async function show({ required = false } = {}): Promise<void> {
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  onTestFinished(() => {
    root.unmount();
    document.body.replaceChildren();
  });
  root.render(<Asked required={required} />);
  await vi.waitFor(() => expect(find('pet')).not.toBeNull());
}

async function open(): Promise<void> {
  find('pet').click();
  await vi.waitFor(() => expect(choices().length).toBeGreaterThan(0));
}

beforeEach(() => initI18n('zh-CN'));

it('offers what stands for none first, and takes it back', async () => {
  await show();
  expect(find('pet').textContent).toBe('Not set');
  await open();
  expect(words()).toEqual(['Not set', 'Dog', 'Cat', 'Snake']);
  choices()[2]!.click();
  await vi.waitFor(() => expect(find('pet').dataset['value']).toBe('cat'));
  await vi.waitFor(() => expect(choices()).toEqual([]));
  await open();
  choices()[0]!.click();
  await vi.waitFor(() => expect(find('pet').dataset['value']).toBe(''));
});

it('takes nothing that is closed', async () => {
  await show();
  await open();
  choices()[3]!.click();
  expect([find('pet').dataset['value'], choices()[3]!.getAttribute('aria-disabled')]).toEqual(['', 'true']);
});

it('is named by its label, and goes on by arrows and first letters while it is shut', async () => {
  await show();
  const label = document.querySelector('label[for]')!;
  expect(find('pet').getAttribute('aria-labelledby')?.split(' ')).toContain(label.id);
  find('pet').focus();
  press('ArrowRight');
  await vi.waitFor(() => expect(find('pet').dataset['value']).toBe('dog'));
  press('C');
  await vi.waitFor(() => expect(find('pet').dataset['value']).toBe('cat'));
});

it('has nothing that stands for none where one has to be chosen, and its form is not sent without', async () => {
  await show({ required: true });
  expect(find('pet').textContent).toBe('Choose one');
  expect(document.querySelector('form')!.checkValidity()).toBe(false);
  await open();
  expect(words()).toEqual(['Dog', 'Cat', 'Snake']);
  choices()[0]!.click();
  await vi.waitFor(() => expect(document.querySelector('form')!.checkValidity()).toBe(true));
});

it('keeps the keys of its list: Escape shuts it and leads nowhere else', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('log');
  await page.click('log-outcome');
  await vi.waitFor(() => expect(choices().length).toBeGreaterThan(0));
  await vi.waitFor(() => expect(document.activeElement?.closest('[role=listbox]')).not.toBeNull());
  page.press('Escape');
  await vi.waitFor(() => expect(choices()).toEqual([]));
  expect(page.find('screen-log')).not.toBeNull();
});
