/** What of a screen is not made of the system's parts. */
import { foreignColours } from '../system.ts';
import type { Looker } from './looker.ts';

export const colours: Looker = {
  name: 'a colour that the theme does not have',
  look: (_, tab) => foreignColours(tab),
};
