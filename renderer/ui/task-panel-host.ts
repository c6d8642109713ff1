import { createContext } from 'react';

/** Element that panels are shown in; null where a form stands where it is: outside of the desk, in a dialog, in another panel. */
export const TaskPanelHost = createContext<HTMLElement | null>(null);

/** Where whoever signs a deed types a PIN: in the foot of its panel, beside the main step. Null until it is there, undefined outside of a panel. */
export const ProofPlace = createContext<HTMLElement | null | undefined>(undefined);
