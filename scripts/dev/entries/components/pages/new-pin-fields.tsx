import type { Role } from '../../../../../contract/fields.ts';
import { useEffect, useRef } from 'react';
import type { PinProblem } from '../../../../../contract/staff/lists.ts';
import { ok } from '../../../../../contract/result.ts';
import { NewPinFields } from '../../../../../renderer/ui/NewPinFields.tsx';
import type { ComponentPage } from '../component-page.ts';

const RECEPTIONIST: Role = 'receptionist';
interface TypedProps {
  readonly typed?: readonly [string, string];
  readonly problems?: readonly PinProblem[];
  readonly testIds: readonly [string, string];
}

const NONE: readonly PinProblem[] = [];
const nothing = (): void => undefined;

/** As if its owner had typed both. */
function Typed({ typed, problems = NONE, testIds }: TypedProps) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const [at, input] of [...(fields.current?.querySelectorAll('input') ?? [])].entries()) {
      input.value = typed?.[at] ?? '';
      if (input.value !== '') input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }, [typed]);
  return (
    <div ref={fields}>
      <NewPinFields
        role={RECEPTIONIST}
        name="Lin"
        judge={async () => ok({ problems })}
        handle={null}
        onReady={nothing}
        testIds={testIds}
      />
    </div>
  );
}

const GOOD = ['402958', '402958'] as const;
const WEAK = ['123456', ''] as const;
const DIFFERENT = ['402958', '402985'] as const;
const WEAK_PROBLEMS: readonly PinProblem[] = ['too-common', 'run'];

export const newPinFieldsPage: ComponentPage = {
  id: 'new-pin-fields',
  title: 'NewPinFields',
  states: [
    {
      id: 'empty',
      name: ['空，焦点', 'Empty, focus'],
      wide: true,
      focused: true,
      show: () => <Typed testIds={['new-pin', 'new-pin-again']} />,
    },
    {
      id: 'good',
      name: ['可用', 'Good'],
      wide: true,
      show: () => <Typed typed={GOOD} testIds={['good-pin', 'good-pin-again']} />,
    },
    {
      id: 'weak',
      name: ['太简单', 'Too weak'],
      wide: true,
      show: () => <Typed typed={WEAK} problems={WEAK_PROBLEMS} testIds={['weak-pin', 'weak-pin-again']} />,
    },
    {
      id: 'differs',
      name: ['两次不同', 'Not the same twice'],
      wide: true,
      show: () => <Typed typed={DIFFERENT} testIds={['other-pin', 'other-pin-again']} />,
    },
  ],
};
