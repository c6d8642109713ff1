/** The line to the carrier, a process that main starts where several desks keep one estate: it is woken, and tells how it stands. Ops go by the spool. */
import { type CarrierState, type Errand, NOTHING_KNOWN, type VisitSettings } from '../../contract/carrier.ts';

export interface CarrierLine {
  /** There is something to send. */
  wake(): void;
  /** All other desks are to wait for so many milliseconds from now on, 0 for no longer; whether they do, its state tells. */
  hold(ms: number): void;
  /** Has the mailbox do what its keeper alone may; how it went, its state tells. */
  send(errand: Errand): void;
  /** Has a vault without a link visit the mailbox, until it is called with null or has one; how it went, its state tells. */
  visit(settings: VisitSettings | null): void;
  /** As it has said last. */
  state(): CarrierState;
  /** Called whenever it says anything; in the place of any before. */
  listen(listener: () => void): void;
  /** How long the vault waits for other desks before it says so, in milliseconds; as long as is usual where it is left out. */
  readonly patienceMs?: number;
}

/** Of a vault with one desk, or that no main has started. */
export const NO_CARRIER: CarrierLine = {
  wake: () => undefined,
  hold: () => undefined,
  send: () => undefined,
  visit: () => undefined,
  state: () => NOTHING_KNOWN,
  listen: () => undefined,
};
