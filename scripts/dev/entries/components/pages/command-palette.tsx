import { useEffect, useRef } from 'react';
import { CommandPalette } from '../../../../../renderer/desk/CommandPalette.tsx';
import type { ComponentPage } from '../component-page.ts';

/** With something typed into it. */
function Asked({ text }: { readonly text: string }) {
  const isTyped = useRef(false);
  useEffect(() => {
    const input = document.querySelector<HTMLInputElement>('[data-testid=palette-input]');
    if (input === null || isTyped.current) return;
    isTyped.current = true;
    // React knows the setter of the element itself; a person's typing passes it by.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  return <CommandPalette />;
}

export const commandPalettePage: ComponentPage = {
  id: 'command-palette',
  title: 'CommandPalette',
  frame: 'window',
  states: [
    { id: 'all', name: ['全部', 'All'], show: () => <CommandPalette /> },
    { id: 'found', name: ['已查找', 'Found'], show: (say) => <Asked text={say('jiaojie', 'hand')} /> },
    { id: 'none', name: ['没有结果', 'Nothing found'], show: () => <Asked text="zzzz" /> },
  ],
};
