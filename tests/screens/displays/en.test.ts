/** Every screen in English, on every monitor. */
import { testDisplays } from '../test-displays.ts';

testDisplays('en');
