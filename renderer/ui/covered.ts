import { createContext } from 'react';

/** A form is open over the register: no row of it is shown in full any longer. */
export const Covered = createContext(false);
