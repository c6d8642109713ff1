/** The guided tour of the practice vault: eight counter tasks that tick themselves. Its words come with practice mode. */
export { followTour } from './follow-tour.ts';
export { TourButton } from './TourButton.tsx';
export { TourPanel } from './TourPanel.tsx';
