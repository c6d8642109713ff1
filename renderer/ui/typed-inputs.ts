/**
 * What somebody has typed into a form, read from its inputs and typed into them again: whoever reads or writes a form by its inputs leaves out none of
 * its fields, however each keeps its value. A PIN, and any other password but one that says so, is never read.
 */
import type { DraftField } from '../../contract/drafts/routes.ts';
import { choiceKey } from './choice-key.ts';
import { MAX_DRAFT_CHARACTERS, MAX_DRAFT_FIELDS } from '../../contract/drafts/lists.ts';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Of an input that hides what it holds from the program around it, and is kept all the same. */
export const KEPT_INPUT = { 'data-draft': 'kept' } as const;

/** Milliseconds: what a field makes appear has appeared. */
const APPEARS_MS = 50;
const CHOSEN = 'chosen';

export interface TypedInputs {
  /** What was changed since the form, or that part of it, was shown; what does not fit into a draft is left out. */
  readonly changed: () => readonly DraftField[];
  readonly stop: () => void;
}

/** Remembers what each input holds when it appears. */
export function watchInputs(form: HTMLFormElement): TypedInputs {
  const first = new WeakMap<Input, string>();
  const remember = (): void => {
    for (const input of inputsOf(form)) if (!first.has(input)) first.set(input, valueOf(input));
  };
  remember();
  const watch = new MutationObserver(remember);
  watch.observe(form, { childList: true, subtree: true });
  return {
    changed: () =>
      inputsOf(form)
        .flatMap((element) => {
          const input = nameOf(element);
          const before = first.get(element) ?? valueOf(element);
          const after = valueOf(element);
          const fits = input !== null && Math.max(before.length, after.length) <= MAX_DRAFT_CHARACTERS;
          return fits && before !== after ? [{ input, before, after }] : [];
        })
        .slice(0, MAX_DRAFT_FIELDS),
    stop: () => watch.disconnect(),
  };
}

/** Types it all again, in the order of the form. Returns how many inputs were not there, or hold something else by now than what was changed then. */
export async function typeAgain(form: HTMLFormElement, fields: readonly DraftField[]): Promise<number> {
  let missing = 0;
  for (const { input, before, after } of fields) {
    const element = inputCalled(form, input) ?? (await openedFor(form, input));
    if (element === undefined || valueOf(element) !== before) missing++;
    else put(element, after);
    await settled();
  }
  return missing;
}

/** An input that a button of the form brings. */
async function openedFor(form: HTMLFormElement, input: string): Promise<Input | undefined> {
  form.querySelector<HTMLButtonElement>(`[data-brings="${CSS.escape(input)}"]`)?.click();
  await settled();
  return inputCalled(form, input);
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, APPEARS_MS));

const inputCalled = (form: HTMLFormElement, input: string): Input | undefined =>
  inputsOf(form).find((one) => nameOf(one) === input);

const inputsOf = (form: HTMLFormElement): readonly Input[] =>
  [...form.elements].filter(
    (element): element is Input =>
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLInputElement && isRead(element)),
  );

const isRead = ({ type, dataset }: HTMLInputElement): boolean =>
  type === 'password' ? dataset['draft'] === KEPT_INPUT['data-draft'] : type !== 'file' && type !== 'hidden';

/** The test hook of the input, of its label, or of the button that a list of choices has in its place. */
const nameOf = (element: Input): string | null =>
  (element instanceof HTMLSelectElement
    ? triggerOf(element)?.dataset['testid']
    : (element.dataset['testid'] ?? element.closest<HTMLElement>('label[data-testid]')?.dataset['testid'])) ??
  null;

const triggerOf = (select: HTMLSelectElement): HTMLElement | null | undefined =>
  select.closest('[data-rac]')?.querySelector<HTMLElement>('button[data-value]');

const isTicked = (element: Input): element is HTMLInputElement =>
  element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox');

/** A select has its choices later than its button says what is chosen. */
function valueOf(element: Input): string {
  if (element instanceof HTMLSelectElement) return triggerOf(element)?.dataset['value'] ?? '';
  return isTicked(element) ? (element.checked ? CHOSEN : '') : element.value;
}

/** As a hand would: React hears of it as of any input. */
function put(element: Input, value: string): void {
  if (isTicked(element)) {
    if (element.checked !== (value === CHOSEN)) element.click();
    return;
  }
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element) as object, 'value')?.set?.call(
    element,
    element instanceof HTMLSelectElement ? choiceKey(value) : value,
  );
  const kind = element instanceof HTMLSelectElement ? 'change' : 'input';
  element.dispatchEvent(new Event(kind, { bubbles: true }));
}
