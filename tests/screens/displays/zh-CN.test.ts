/** Every screen in Chinese, on every monitor. */
import { testDisplays } from '../test-displays.ts';

testDisplays('zh-CN');
