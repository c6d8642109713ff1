/** Every screen in English. */
import { testScreens } from '../../screens/test-screens.ts';

testScreens('en');
