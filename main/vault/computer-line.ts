/** The line to main for a look at the computer, which the vault process, without other programs, cannot look at itself. */

export interface ComputerLine {
  /** Readings of main, unchecked; null where nobody has answered in time. Never rejects. */
  look(): Promise<unknown>;
}

/** Of a vault that no main has started: nobody answers. */
export const NO_COMPUTER: ComputerLine = { look: async () => null };
