/** Who has to wait, and until when by the monotonic clock. Pure. */
import type { SlotId } from '../../contract/ids.ts';
import type { DeskPerson } from '../../contract/sign-in/views.ts';

/** Slot → moment in milliseconds of the monotonic clock. */
export type Waits = Readonly<Record<string, number>>;

export const waitsOf = (people: readonly DeskPerson[], now: number): Waits =>
  Object.fromEntries(
    people
      .filter((person) => person.waitSeconds > 0)
      .map((person) => [person.slotId, now + person.waitSeconds * 1000]),
  );

export const withWait = (waits: Waits, slotId: SlotId, seconds: number, now: number): Waits => ({
  ...waits,
  [slotId]: now + seconds * 1000,
});

/** Whole seconds that this slot has to wait; 0 when it may be tried. */
export const waitOf = (waits: Waits, slotId: SlotId, now: number): number =>
  Math.max(0, Math.ceil(((waits[slotId] ?? now) - now) / 1000));
