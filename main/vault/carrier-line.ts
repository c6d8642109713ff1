/** The line to the carrier, a process that main starts where several desks keep one estate: it is woken, and tells how it stands. Ops go by the spool. */
import { type CarrierState, NOTHING_KNOWN } from '../../contract/carrier.ts';

export interface CarrierLine {
  /** There is something to send. */
  wake(): void;
  /** As it has said last. */
  state(): CarrierState;
  /** Called whenever it says anything; in the place of any before. */
  listen(listener: () => void): void;
}

/** Of a vault with one desk, or that no main has started. */
export const NO_CARRIER: CarrierLine = {
  wake: () => undefined,
  state: () => NOTHING_KNOWN,
  listen: () => undefined,
};
