import { createContext } from 'react';

/** A form is open over the register: the row that is shown comes back when it is closed. */
export const Covered = createContext(false);
