// @vitest-environment happy-dom
/** The one form and its bound fields: what is not sent and why, what is sent and once, and where the focus goes. */
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Result, fail, ok } from '../../../../contract/result.ts';
import { initI18n } from '../../../../renderer/messages/i18n.ts';
import { DayField } from '../../../../renderer/ui/DayField.tsx';
import { Form, type FormProps, type Typed } from '../../../../renderer/ui/Form.tsx';
import { OptionalSelectField } from '../../../../renderer/ui/SelectField.tsx';
import { WithTaskPanels } from '../../../../renderer/ui/TaskPanel.tsx';
import { TextField } from '../../../../renderer/ui/TextField.tsx';

const find = (testId: string): HTMLElement | null => document.querySelector(`[data-testid="${testId}"]`);
const input = (testId: string): HTMLInputElement => find(testId) as HTMLInputElement;
const focused = (): string | null => document.activeElement?.getAttribute('data-testid') ?? null;
/** Said of a field, to whoever cannot see it, too. */
const problemOf = (testId: string): string | undefined => {
  const ids = input(testId).getAttribute('aria-describedby')?.split(' ') ?? [];
  const field = input(testId).closest('div')!.parentElement!;
  return [...field.querySelectorAll<HTMLElement>('[role=status]:not([hidden])')].find(({ id }) =>
    ids.includes(id),
  )?.textContent;
};

function type(testId: string, text: string): void {
  const element = input(testId);
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
  set!.call(element, text);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

async function show(form: ReactNode, first: string): Promise<void> {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  onTestFinished(() => {
    root.unmount();
    document.body.replaceChildren();
  });
  root.render(form);
  await vi.waitFor(() => expect(find(first)).not.toBeNull());
}

type Sent = (typed: Typed) => Promise<Result<string> | null>;

interface AskedProps extends Partial<Omit<FormProps<string>, 'send'>> {
  readonly send: Sent;
  readonly minLength?: number;
}

function Asked({ minLength, ...form }: AskedProps) {
  const [title, setTitle] = useState('');
  const [day, setDay] = useState('');
  const [place, setPlace] = useState<string | null>('desk');
  return (
    <Form name="item" title="Add an item" yes="Add" {...form}>
      <TextField
        name="title"
        label="What"
        required
        {...(minLength === undefined ? {} : { minLength })}
        value={title}
        onChange={setTitle}
      />
      <DayField
        name="dueOn"
        label="Until"
        value={day}
        onChange={setDay}
        validate={(typed) => (typed < '2026-01-31' ? 'It is over.' : null)}
      />
      <OptionalSelectField
        name="place"
        label="Where"
        none="Not said"
        choices={[{ value: 'desk', words: 'At the desk' }]}
        value={place}
        onChange={setPlace}
      />
    </Form>
  );
}

const sends = (answer: Result<string> = ok('done')) => vi.fn<Sent>(async () => answer);

beforeEach(() => initI18n('zh-CN'));

describe('a form', () => {
  it('calls its parts and its fields by its name', async () => {
    await show(<Asked send={sends()} onClose={vi.fn()} />, 'item-form');
    expect(
      ['item-title', 'item-dueOn', 'item-place', 'item-submit', 'item-cancel'].map((id) => find(id) === null),
    ).toEqual([false, false, false, false, false]);
    expect(find('item-form')!.getAttribute('aria-label')).toBe('Add an item');
    expect(document.activeElement?.textContent).toBe('Add an item');
  });

  it('is not sent while something is missing, says so in the language of the screen, and leads there', async () => {
    const send = sends();
    await show(<Asked send={send} />, 'item-form');
    find('item-submit')!.click();
    await vi.waitFor(() => expect(problemOf('item-title')).toBe('请填写。'));
    expect(focused()).toBe('item-title');
    expect(send).not.toHaveBeenCalled();
    type('item-title', '更换门锁');
    await vi.waitFor(() => expect(problemOf('item-title')).toBeUndefined());
    find('item-submit')!.click();
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
  });

  it('is not sent with too few words, nor with spaces for words', async () => {
    const send = sends();
    await show(<Asked send={send} minLength={4} />, 'item-form');
    type('item-title', ' 门    ');
    find('item-submit')!.click();
    await vi.waitFor(() => expect(problemOf('item-title')).toBe('至少填写 4 个字。'));
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    ['soon', '请填写日期，如 2026-01-31 或 20260131'],
    ['2026-01-30', 'It is over.'],
  ])('is not sent with "%s" for a day', async (day, words) => {
    const send = sends();
    await show(<Asked send={send} />, 'item-form');
    type('item-title', '更换门锁');
    type('item-dueOn', day);
    find('item-submit')!.click();
    await vi.waitFor(() => expect(problemOf('item-dueOn')).toBe(words));
    expect(send).not.toHaveBeenCalled();
    type('item-dueOn', '2026-02-01');
    find('item-submit')!.click();
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
  });

  it('is sent once at a time, and waits where it is sent', async () => {
    let answer: (result: Result<string>) => void = () => undefined;
    const send = vi.fn<Sent>(() => new Promise((resolve) => (answer = resolve)));
    const close = vi.fn<(done?: string) => void>();
    await show(<Asked send={send} onClose={close} busyWords="Adding…" />, 'item-form');
    type('item-title', '更换门锁');
    const form = find('item-form') as HTMLFormElement;
    form.requestSubmit();
    await vi.waitFor(() => expect(find('item-submit')!.textContent).toBe('Adding…'));
    form.requestSubmit();
    expect(send).toHaveBeenCalledOnce();
    expect((find('item-submit') as HTMLButtonElement).disabled).toBe(true);
    expect((find('item-cancel') as HTMLButtonElement).disabled).toBe(true);
    answer(ok('added'));
    await vi.waitFor(() => expect(close).toHaveBeenCalledWith('added'));
  });

  it('waits for what is read again because of it, and for nothing else', async () => {
    let readAgain: () => void = () => undefined;
    const done = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (readAgain = resolve)));
    await show(<Asked send={sends()} onDone={done} onClose={vi.fn()} />, 'item-form');
    const waits = (): boolean => (find('item-submit') as HTMLButtonElement).disabled;
    type('item-title', '更换门锁');
    find('item-submit')!.click();
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
    await vi.waitFor(() => expect(waits()).toBe(true));
    readAgain();
    await vi.waitFor(() => expect(waits()).toBe(false));
  });

  it('is not sent before it is ready', async () => {
    const send = sends();
    await show(<Asked send={send} ready={false} />, 'item-form');
    type('item-title', '更换门锁');
    (find('item-form') as HTMLFormElement).requestSubmit();
    expect(send).not.toHaveBeenCalled();
  });

  it('leads from Escape to its way back, which alone closes it', async () => {
    const close = vi.fn<(done?: string) => void>();
    await show(<Asked send={sends()} onClose={close} />, 'item-form');
    input('item-title').focus();
    input('item-title').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect([focused(), close.mock.calls]).toEqual(['item-cancel', []]);
    find('item-cancel')!.click();
    expect(close.mock.calls).toEqual([[]]);
  });

  it('begins at its way back where something is taken away for good', async () => {
    await show(<Asked send={sends()} focus="back" isDanger onClose={vi.fn()} />, 'item-form');
    expect(focused()).toBe('item-cancel');
  });

  it('says why it failed above its ways out; what is not as it was is read anew as it is left', async () => {
    const stale = vi.fn<() => Promise<void>>(async () => undefined);
    await show(
      <Asked send={sends(fail('changed-meanwhile'))} onClose={vi.fn()} onStale={stale} />,
      'item-form',
    );
    type('item-title', '更换门锁');
    find('item-submit')!.click();
    await vi.waitFor(() => expect(find('failure')).not.toBeNull());
    const [note, button] = [find('failure')!, find('item-submit')!];
    expect(note.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(stale).not.toHaveBeenCalled();
    find('item-cancel')!.click();
    expect(stale).toHaveBeenCalledOnce();
  });
});

describe('the own PIN of a form', () => {
  const typePin = (): void => {
    input('pin-input').value = '824619';
  };

  it('leaves its input as it is sent, and is asked for again there after a failure', async () => {
    const pins: string[] = [];
    const send = vi.fn<Sent>(async ({ pin }) => {
      pins.push(pin);
      return fail('wrong-pin');
    });
    await show(<Asked send={send} pin="alone" />, 'item-form');
    expect(focused()).toBe('pin-input');
    type('item-title', '更换门锁');
    typePin();
    find('item-submit')!.focus();
    find('item-submit')!.click();
    await vi.waitFor(() => expect(find('failure')).not.toBeNull());
    expect([pins, input('pin-input').value, focused()]).toEqual([['824619'], '', 'pin-input']);
  });

  it('is missed in words, and nowhere kept for that', async () => {
    const send = sends();
    await show(<Asked send={send} pin="last" />, 'item-form');
    type('item-title', '更换门锁');
    find('item-submit')!.click();
    await vi.waitFor(() => expect(find('item-form')!.textContent).toContain('请填写。'));
    expect([focused(), send.mock.calls.length]).toEqual(['pin-input', 0]);
    typePin();
    input('pin-input').dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(find('item-form')!.textContent).not.toContain('请填写。'));
  });

  it('stands in the foot of a panel, between what went wrong and the main button, and is sent with it', async () => {
    const pins: string[] = [];
    const send: Sent = async ({ pin }) => {
      pins.push(pin);
      return fail('wrong-pin');
    };
    const asked = <Asked send={send} pin="last" onClose={vi.fn()} />;
    await show(
      <WithTaskPanels>
        {(host) => (
          <>
            {asked}
            {host}
          </>
        )}
      </WithTaskPanels>,
      'pin-input',
    );
    type('item-title', '更换门锁');
    typePin();
    find('item-submit')!.click();
    await vi.waitFor(() => expect(find('failure')).not.toBeNull());
    expect(pins).toEqual(['824619']);
    const inOrder = ['item-title', 'failure', 'pin-input', 'item-submit'].map((id) => find(id)!);
    expect([...inOrder].toSorted(byPlace)).toEqual(inOrder);
    expect(input('item-title').closest('[data-one-column]')!.contains(find('pin-input'))).toBe(false);
  });
});

const byPlace = (one: Node, other: Node): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
