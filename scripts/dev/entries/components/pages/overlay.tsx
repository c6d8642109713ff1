import { Overlay } from '../../../../../renderer/ui/Overlay.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const overlay = (say: Say, look: 'sheet' | 'drawer') => (
  <Overlay
    look={look}
    title={say('快捷键', 'Shortcuts')}
    testId={`component-${look}`}
    onClose={() => undefined}
  >
    <p>{say('按 Esc 关闭。', 'Escape closes it.')}</p>
  </Overlay>
);

export const overlayPage: ComponentPage = {
  id: 'overlay',
  title: 'Overlay',
  frame: 'window',
  states: [
    { id: 'sheet', name: ['居中', 'In the middle'], show: (say) => overlay(say, 'sheet') },
    { id: 'drawer', name: ['右侧', 'At the right edge'], show: (say) => overlay(say, 'drawer') },
  ],
};
