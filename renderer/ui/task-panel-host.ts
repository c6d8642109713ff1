import { createContext } from 'react';

/** Element that panels are shown in; null where a form stands where it is: outside of the desk, in a dialog, in another panel. */
export const TaskPanelHost = createContext<HTMLElement | null>(null);
