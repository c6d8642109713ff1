/** The search feature: people by typed text or by a whole ID number, and the estate's room patterns. */
import { defineFeature } from '../feature.ts';
import { listPatterns, savePatterns, tryPatterns } from './estate-patterns.ts';
import { findById } from './find-by-id.ts';
import { createSearchDesk } from './search-desk.ts';

/** The handlers of the search routes. */
export const searchFeature = defineFeature(() => {
  const searches = createSearchDesk();
  return {
    handlers: {
      'people.search': searches.search,
      'people.searchNext': searches.searchNext,
      'people.findById': findById,
      'rooms.patterns': listPatterns,
      'rooms.tryPatterns': tryPatterns,
      'rooms.savePatterns': savePatterns,
    },
  };
});
