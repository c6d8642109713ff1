/** Steps that the flows of the application and of its features share. */
import type { Locator } from 'playwright-core';
import type { Role } from '../../contract/fields.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import type { AtDesk, FeatureFlow, Screens } from './screen-list.ts';

/** What a feature brings to the walk, with the names of its screens. */
export const featureFlow = <const S extends Screens>(flow: FeatureFlow<S>): FeatureFlow<S> => flow;

/** Screens that show the same kinds, each by the name of its picture. */
export const showing = <const K extends Screens[string], N extends string>(
  kinds: K,
  ...names: readonly N[]
) => Object.fromEntries(names.map((name) => [name, kinds])) as Readonly<Record<N, K>>;

export const get = ({ desk }: AtDesk, id: string): Locator => desk.page.getByTestId(id);

export const press = ({ desk }: AtDesk, key: string): Promise<void> => desk.page.keyboard.press(key);

/** One after another; what lies in a menu by way of it (`renderer/ui/Menu.tsx`). */
export async function click(walk: AtDesk, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const menu = walk.desk.page.locator(`[data-holds~="${id}"]`);
    await get(walk, id).or(menu).first().waitFor();
    if ((await get(walk, id).count()) === 0) await menu.first().click();
    await get(walk, id).click();
  }
}

/** Types the PIN of the first in that role where one's own is asked for, within `form` where several ask, and presses `button`. */
export async function submitAs(walk: AtDesk, role: Role, button: string, form?: string): Promise<void> {
  await (form === undefined ? walk.desk.page : get(walk, form))
    .getByTestId('pin-input')
    .fill(DESK_STAFF[role].pin);
  await click(walk, button);
}

/** The way to a screen from the one before: what is pressed, and what has to be there then. */
export interface Way {
  readonly press?: string;
  readonly wait?: string;
}

export async function goAlong(walk: AtDesk, { press, wait }: Way): Promise<void> {
  if (press !== undefined) await click(walk, press);
  if (wait !== undefined) await get(walk, wait).first().waitFor({ timeout: 60_000 });
}
