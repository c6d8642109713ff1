/** Every screen in Chinese. */
import { testScreens } from '../../screens/test-screens.ts';

testScreens('zh-CN');
