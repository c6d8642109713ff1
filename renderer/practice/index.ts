/** Practice mode on the screen: the frame that tells it apart wherever one is, and the ways into it. */
import './words.ts';

export { PracticeFrame } from './PracticeFrame.tsx';
export { PracticeSetting } from './PracticeSetting.tsx';
export { TryPractice } from './TryPractice.tsx';
