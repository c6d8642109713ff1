/** How it stands with the inventory and the number of people: both are derived from what is there, as of now. */
import type { InventoryView } from '../../../contract/inventory/routes.ts';
import type { Evidence } from '../feature.ts';

/** Both are derived from what is there, as of now. */
export function inventoryEvidence({ lines, limits, people }: InventoryView): readonly Evidence[] {
  const changes = lines.flatMap(({ changed }) => (changed === null ? [] : [changed.at]));
  return [
    {
      duty: 'inventory',
      points: { purposes: lines.some(({ finding }) => finding) ? 'stale' : 'there' },
      at: changes.length === 0 ? null : Math.max(...changes),
      dueOn: null,
      count: lines.length,
    },
    {
      duty: 'number-of-people',
      points: { 'below-limits': limits.some(({ state }) => state !== 'below') ? 'stale' : 'there' },
      at: null,
      dueOn: null,
      count: people.held,
    },
  ];
}
