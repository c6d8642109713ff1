/** The areas of the work and their pages, as a role finds them: what the rail, the tabs and the palette show. Pure. */
import type { Role } from '../../contract/fields.ts';
import { AREAS, type AnyPage, type Area, type PageAction } from '../pages/define-page.ts';

export interface AreaPages {
  readonly area: Area;
  /** The first is shown when the area is gone to. */
  readonly pages: readonly AnyPage[];
}

/** Areas without a page for the role are not there. */
export const areasOf = (pages: readonly AnyPage[], role: Role): readonly AreaPages[] =>
  AREAS.map((area) => ({
    area,
    pages: pages.filter((page) => page.area === area && page.roles.includes(role)),
  })).filter((one) => one.pages.length > 0);

/** Returns the actions of these pages that a role may use. */
export const actionsOf = (pages: readonly AnyPage[], role: Role): readonly PageAction[] =>
  pages.flatMap((page) => (page.actions ?? []).filter(({ roles }) => (roles ?? page.roles).includes(role)));
