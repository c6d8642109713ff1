/** Finding people: by what is typed, by a whole ID number, and how the estate writes its rooms. */
import { defineFeature } from '../feature.ts';
import { listPatterns, savePatterns, tryPatterns } from './estate-patterns.ts';
import { findById } from './find-by-id.ts';
import { createSearchDesk } from './search-desk.ts';

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
