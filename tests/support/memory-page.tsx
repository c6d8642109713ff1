/** The real screens in a document in memory, over the answers that were recorded of the vault (`recorded-bridge.ts`): for what a component does with focus, keys, failures and values. Files that use it say `@vitest-environment happy-dom`. */
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, vi } from 'vitest';
import type { RouteName } from '../../contract/route-names.ts';
import { BRIDGE_KEY, type Bridge } from '../../contract/bridge.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Role } from '../../contract/fields.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { type PageModules, loadPage } from './bundle-page.ts';
import { openPage } from './open-page.ts';
import type { PageName } from '../../renderer/pages/define-page.ts';
import {
  type AnsweringVault,
  type BridgeOptions,
  type Says,
  createRecordedBridge,
  replyTo,
  tellChanges,
} from './recorded-bridge.ts';
import { readRecordings } from './recordings.ts';

export interface MemoryPage {
  /** Those that it is made of; what a file of tests imports by itself is another copy. */
  readonly modules: PageModules;
  /** Routes may be answered otherwise: what is put into it is asked from then on. */
  readonly vault: AnsweringVault;
  /** The same of main's routes. */
  readonly shell: { -readonly [N in keyof Bridge['shell']]: Bridge['shell'][N] };
  /** What was recorded of a route, for whoever was signed in first; of a request, where several were made. */
  readonly recorded: <N extends RouteName>(route: N, role?: Role, request?: object) => RouteReply<N>;
  /** What main and vault say by themselves. */
  readonly say: Says;
  readonly find: (testId: string) => HTMLElement | null;
  /** Once it is there. */
  readonly get: (testId: string) => Promise<HTMLElement>;
  readonly gone: (testId: string) => Promise<void>;
  /** What lies in a menu by way of it. */
  readonly click: (testId: string) => Promise<void>;
  /** Whether it stands there or lies in a menu that does. */
  readonly offers: (testId: string) => boolean;
  /** Chooses in a list by the words of a choice. */
  readonly choose: (testId: string, words: string) => Promise<void>;
  /** A page, by its area on the rail, its tab and its section. */
  readonly open: (page: PageName) => Promise<void>;
  /** Once the bell has an alert of that id, or has it no more. */
  readonly alerted: (id: string) => Promise<void>;
  readonly calm: (id: string) => Promise<void>;
  /** A key on what has the focus; whether nobody took it. */
  readonly press: (key: string, held?: KeyboardEventInit) => boolean;
  /** Key by key into what has the focus, at its end; a key that was taken types nothing. */
  readonly type: (text: string) => void;
  readonly focused: () => string | null;
  /** All that the document holds, inputs included, without the spaces between groups of digits. */
  readonly everything: () => string;
}

/** What a document in memory lacks: a size, and what has no meaning without a screen. */
function lendSize(): void {
  for (const [side, size] of [
    ['offsetWidth', 800],
    ['offsetHeight', 600],
    ['clientWidth', 800],
    ['clientHeight', 600],
  ] as const)
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => size });
  // Its own observer knows of no size but nothing.
  class NothingResized {
    observe = (): void => undefined;
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  }
  Object.defineProperty(window, 'ResizeObserver', { configurable: true, value: NothingResized });
  window.requestIdleCallback ??= (work) =>
    window.setTimeout(() => work({ didTimeout: false, timeRemaining: () => 0 }));
}

/** What has just been drawn listens to keys a moment later: React runs its effects in turns of their own, a few where it has no core for them at once. */
export async function effectsRun(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await setImmediate();
}

/** Types into what has that test id. */
export async function typeInto(page: MemoryPage, testId: string, text: string): Promise<void> {
  (await page.get(testId)).focus();
  page.type(text);
}

/** Notes what a route is asked, and lets it answer as before. */
export function watchRoute(page: MemoryPage, route: RouteName): Record<string, unknown>[] {
  const asked: Record<string, unknown>[] = [];
  const before = page.vault[route] as (request: unknown) => Promise<never>;
  Object.assign(page.vault, {
    [route]: (request: Record<string, unknown>) => {
      asked.push(request);
      return before(request);
    },
  });
  return asked;
}

/** A fresh application, signed in, at its counter; an admin at the overview. `prepare` changes answers before anything is asked. */
export async function openMemoryPage(
  role: Role = 'receptionist',
  prepare: (vault: MemoryPage['vault']) => void = () => undefined,
): Promise<MemoryPage> {
  const page = await openApplication({ state: 'unlocked', role }, prepare);
  await page.get('screen-counter');
  // Its keys are listened to a moment after it is drawn; this one leads home, or changes nothing there.
  await vi.waitFor(() => {
    if (page.press('Escape')) throw new Error('keys are not listened to yet');
  });
  await page.get(role === 'admin' ? 'tile-other-systems-state' : 'search-box');
  return page;
}

/** The same where nobody is signed in: at the lock screen, or at what stands in the way of it. */
export const openClosedPage = (
  problem?: ErrorCode,
  prepare?: (vault: MemoryPage['vault']) => void,
): Promise<MemoryPage> =>
  openApplication(problem === undefined ? { state: 'locked' } : { state: 'refused', problem }, prepare);

/** In practice, or at a computer without a vault. */
export const openPracticePage = (
  options: Pick<BridgeOptions, 'state' | 'role' | 'practice' | 'onAsk'>,
): Promise<MemoryPage> => openApplication(options);

async function openApplication(
  options: Pick<BridgeOptions, 'state' | 'role' | 'problem' | 'practice' | 'onAsk'>,
  prepare: (vault: MemoryPage['vault']) => void = () => undefined,
): Promise<MemoryPage> {
  lendSize();
  const recordings = await readRecordings();
  const bridge = createRecordedBridge(recordings, { settings: { language: 'zh-CN' }, ...options });
  prepare(bridge.vault);
  // Stores keep the functions that they were made with, so each looks up its answer as it is asked.
  const vault = tellChanges(bridge);
  Object.defineProperty(window, BRIDGE_KEY, { configurable: true, value: { ...bridge, vault } });
  const modules = await loadPage();
  const { App, appStore, createRoot, initI18n } = modules;
  initI18n('zh-CN');
  await appStore.getState().readSettings();
  await appStore.getState().refresh();
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  onTestFinished(() => {
    root.unmount();
    document.body.replaceChildren();
  });
  root.render(<App />);

  const find = (testId: string): HTMLElement | null =>
    document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  const get = (testId: string): Promise<HTMLElement> =>
    vi.waitFor(async () => {
      await effectsRun();
      const found = find(testId);
      if (found === null) throw new Error(`no ${testId}`);
      return found;
    });
  const focus = (): Element => document.activeElement ?? document.body;
  const press = (key: string, held: KeyboardEventInit = {}): boolean => {
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
    return focus().dispatchEvent(
      new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...held }),
    );
  };
  const alerts = (): readonly string[] => find('bell')?.dataset['alerts']?.split(' ') ?? [];
  const choices = (): readonly HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>('[data-choices] [role=option]'),
  ];
  const menuOf = (testId: string): HTMLElement | null =>
    document.querySelector<HTMLElement>(`[data-holds~="${testId}"]`);
  const click = (testId: string): Promise<void> =>
    vi.waitFor(async () => {
      await effectsRun();
      const found = find(testId);
      if (found !== null) return found.click();
      // One that is open already is still to be drawn, and would be closed again; one that closed is opened anew.
      const menu = menuOf(testId);
      if (menu?.getAttribute('aria-expanded') === 'false') menu.click();
      throw new Error(`no ${testId}`);
    });
  const page: MemoryPage = {
    modules,
    vault: bridge.vault,
    recorded: (route, role = options.role, request) => replyTo(recordings, route, role ?? null, request),
    shell: bridge.shell,
    say: bridge.say,
    find,
    get,
    press,
    gone: (testId) =>
      vi.waitFor(() => {
        if (find(testId) !== null) throw new Error(`${testId} is still there`);
      }),
    click,
    offers: (testId) => (find(testId) ?? menuOf(testId)) !== null,
    choose: async (testId, words) => {
      await click(testId);
      await vi.waitFor(() => {
        const found = choices().find(({ textContent }) => textContent === words);
        if (found === undefined) throw new Error(`no choice ${words}`);
        found.click();
      });
      await vi.waitFor(() => expect(choices()).toEqual([]));
    },
    open: (name) =>
      openPage(name, {
        click,
        has: async (testId) => {
          await get('rail-palette');
          return find(testId) !== null;
        },
      }),
    alerted: (id) => vi.waitFor(() => expect(alerts()).toContain(id)),
    calm: (id) => vi.waitFor(() => expect(alerts()).not.toContain(id)),
    type: (text) => {
      for (const character of text) {
        if (!press(character)) continue;
        const input = focus() as HTMLInputElement;
        // React knows the setter of the element itself; a person's typing passes it by.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(
          input,
          input.value + character,
        );
        input.dispatchEvent(
          new InputEvent('input', { bubbles: true, data: character, inputType: 'insertText' }),
        );
      }
    },
    focused: () => focus().closest('[data-testid]')?.getAttribute('data-testid') ?? null,
    everything: () =>
      [
        document.documentElement.outerHTML,
        document.documentElement.textContent,
        ...[...document.querySelectorAll('input')].map((input) => input.value),
      ]
        .join('\n')
        .replaceAll(/[^\S\n]|<\/?span[^>]*>/g, ''),
  };
  return page;
}
