/** The list of all pages, or one of them: its states in their frame, and the way to other languages, themes and pages. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { DeskContext } from '../../../../renderer/pages/desk-context.ts';
import { appStore } from '../../../../renderer/stores.ts';
import { cx } from '../../../../renderer/ui/cx.ts';
import { type Address, hashOf, useAddress } from './address.ts';
import type { ComponentPage, ComponentState, Say } from './component-page.ts';
import css from './components.module.css';
import { COMPONENT_PAGES } from './list.ts';

export function Pages() {
  const address = useAddress();
  const { signedIn = null, people = [] } = useStore(appStore, ({ status }) => status) ?? {};
  if (signedIn === null) return null;
  const page = COMPONENT_PAGES.find(({ id }) => id === address.page);
  return (
    <DeskContext value={{ signedIn, people }}>
      {page === undefined ? (
        <AllPages address={address} />
      ) : (
        // Begun anew at each address, so that no state is left of the one before.
        <OnePage key={hashOf(address, {})} address={address} page={page} />
      )}
    </DeskContext>
  );
}

/** Each address of a page: its states may be shown one at a time. */
const statesOf = ({ frame = 'together', states }: ComponentPage): readonly string[] =>
  frame === 'together' ? [''] : states.map(({ id }) => id);

function AllPages({ address }: { readonly address: Address }) {
  return (
    <main className={cx(css.page)} data-address="">
      <Head title="Components" address={address} />
      <ul className={cx(css.list)}>
        {COMPONENT_PAGES.map((page) => (
          <li key={page.id}>
            {page.title}
            {statesOf(page).map((state) => (
              <a
                key={state}
                href={hashOf(address, { page: page.id, state })}
                data-page={page.id}
                data-state={state}
                data-frame={page.frame ?? 'together'}
              >
                {state === '' ? page.id : `${page.id}/${state}`}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </main>
  );
}

function OnePage({ address, page }: { readonly address: Address; readonly page: ComponentPage }) {
  const say: Say = (chinese, english) => (address.language === 'en' ? english : chinese);
  const { frame = 'together', states, title } = page;
  const [first] = states;
  const one = states.find(({ id }) => id === address.state) ?? first;
  if (one === undefined) return null;
  if (frame === 'window')
    return (
      <div className={cx(css.window)} data-address={location.hash}>
        {one.show(say)}
      </div>
    );
  const shown = frame === 'alone' ? [one] : states;
  return (
    // A scrolled region has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <main className={cx(css.page)} tabIndex={0} data-address={location.hash}>
      <Head title={title} address={address} />
      <div className={cx(css.states)}>
        {shown.map((state) => (
          <State key={state.id} state={state} say={say} />
        ))}
      </div>
    </main>
  );
}

function Head({ title, address }: { readonly title: string; readonly address: Address }) {
  const isEnglish = address.language === 'en';
  return (
    <header className={cx(css.head)}>
      <h1>{title}</h1>
      {!address.isBare && (
        <nav className={cx(css.ways)}>
          <a href={hashOf(address, { page: '', state: '' })}>{isEnglish ? 'All' : '全部'}</a>
          <a href={hashOf(address, { language: isEnglish ? 'zh-CN' : 'en' })}>
            {isEnglish ? '中文' : 'English'}
          </a>
          <a href={hashOf(address, { theme: address.theme === 'dark' ? 'light' : 'dark' })}>
            {isEnglish ? 'Light or dark' : '浅色／深色'}
          </a>
        </nav>
      )}
    </header>
  );
}

function State({ state, say }: { readonly state: ComponentState; readonly say: Say }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.focused) stage.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  }, [state]);
  return (
    <section className={cx(css.state)} data-wide={state.wide}>
      <h2>{say(...state.name)}</h2>
      <div ref={stage}>{state.show(say)}</div>
    </section>
  );
}

const FOCUSABLE =
  'input:not(:disabled), select:not(:disabled), button:not(:disabled), [tabindex]:not([tabindex="-1"])';
