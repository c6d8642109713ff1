/** The keys that work everywhere on the unlocked screen. Letters are search, so actions take Alt or Ctrl. */
import { useEffect } from 'react';
import type { Role } from '../../contract/fields.ts';
import { searchBox } from '../counter/search-box.ts';
import { roomStore } from '../current-record/stores.ts';
import { isForm } from '../pages/desk-store.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore, idleStore } from '../stores.ts';
import { isEscapeOfPage, isPopoverOpen } from '../ui/use-escape.ts';
import { type DeskKey, struckKey } from './desk-keys.ts';
import { homeOf } from './home.ts';
import { isPageHeld } from './page-held.ts';
import type { PageName } from '../pages/define-page.ts';
import { pageOf } from './pages.ts';

export function useDeskKeys(role: Role): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (idleStore.getState().covered) return;
      if (command(event, role) || escape(event, role) || typeAnywhere(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [role]);
}

/** Handles a key of the list; true if it was one and did something. */
function command(event: KeyboardEvent, role: Role): boolean {
  const struck = struckKey(event);
  if (struck === null) return false;
  const { always, inVisitorView } = struck.key;
  if (always !== true && (deskStore.getState().dialog !== 'none' || isPageHeld())) return false;
  if (appStore.getState().settings.privacy && inVisitorView !== true) return false;
  return press(struck, event, role);
}

function press({ key, page }: DeskKey, event: KeyboardEvent, role: Role): boolean {
  if (key.press === undefined) return false;
  if (key.press !== 'open') return key.press({ role, event });
  if (page?.roles.includes(role) !== true) return false;
  deskStore.getState().go(page.name as PageName);
  return true;
}

/** One thing at a time: what is shown, then the room, then within the page, then the page for the role's own. What lies over the page and forms see to themselves. */
function escape(event: KeyboardEvent, role: Role): boolean {
  const desk = deskStore.getState();
  if (!isEscapeOfPage(event) || desk.dialog !== 'none' || isPageHeld()) return false;
  if (isForm(desk.panel)) return false;
  if (desk.panel.kind !== 'none') desk.hidePanel();
  else if (roomStore.getState().room !== null) roomStore.getState().close();
  else if (pageOf(desk.page).escape?.() !== true) desk.go(homeOf(role));
  searchBox.current?.focus();
  return true;
}

/** A character typed where nothing takes text goes to the page. */
function typeAnywhere(event: KeyboardEvent): false {
  const { page, dialog } = deskStore.getState();
  if (dialog !== 'none' || isPopoverOpen() || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  const takesText = target?.closest('input, textarea, form, [aria-haspopup=listbox]') ?? null;
  if (takesText !== null) return false;
  if ([...event.key].length !== 1 || event.key === ' ') return false;
  pageOf(page).receive?.(event);
  return false;
}
