/** Where the frame of the desk has the header of its page: beside the switch of sections, which stays as the page behind it changes. */
import { createStore } from 'zustand/vanilla';

/** Null where there is no frame, and the header stands in its page. */
export const pageHeaderPlace = createStore<{ readonly place: HTMLElement | null }>()(() => ({ place: null }));

export const tellPageHeaderPlace = (place: HTMLElement | null): void => pageHeaderPlace.setState({ place });
