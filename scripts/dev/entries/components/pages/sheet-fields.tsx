import { useEffect, useRef } from 'react';
import { SheetFields } from '../../../../../renderer/ui/SheetFields.tsx';
import { SheetLines } from '../../../../../renderer/ui/SheetLines.tsx';
import { cx } from '../../../../../renderer/ui/cx.ts';
import type { ComponentPage } from '../component-page.ts';
import css from '../components.module.css';

const LINES = ['ABCD EFGH JKMN PQRS 1', 'ABCD EFGH JKMN PQRT 1'];

/** With its first lines typed: the first is right, the second is not. */
function Typed() {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    for (const [at, line] of LINES.entries()) {
      const input = inputs[at];
      if (input === undefined) continue;
      input.value = line;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }, []);
  return (
    <div ref={fields} className={cx(css.stack)}>
      <SheetLines handle={null} checkLine={async (line) => line === 1} />
    </div>
  );
}

export const sheetFieldsPage: ComponentPage = {
  id: 'sheet-fields',
  title: 'SheetFields, SheetLines',
  states: [
    { id: 'empty', name: ['空', 'Empty'], wide: true, show: () => <SheetFields handle={null} /> },
    { id: 'typed', name: ['一行正确，一行有误', 'One line right, one wrong'], show: () => <Typed /> },
  ],
};
