/** Age of the runtime, in days since its release, from which the lock screen says so: in amber, and in red, where the check of the computer says no. */
export const RUNTIME_DAYS = { amber: 90, red: 180 } as const;
