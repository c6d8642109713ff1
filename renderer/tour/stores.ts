/** The store of the tour, made once. */
import { bridge } from '../bridge.ts';
import { createTourStore } from './tour-store.ts';

export const tourStore = createTourStore((tour) => bridge.shell.keepTour(tour));
