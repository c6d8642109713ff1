/** How far set-up has come, and the names; PINs and the sheet stay with the component that needs them. */
import { createStore } from 'zustand/vanilla';
import type { Role } from '../../contract/fields.ts';
import { toOneLine } from '../../contract/one-line.ts';

export type SetUpStep = 'welcome' | 'admin' | 'supervisor' | 'receptionist' | 'keys' | 'sheet' | 'prove';
export const SETUP_STEPS: readonly SetUpStep[] = [
  'welcome',
  'admin',
  'supervisor',
  'receptionist',
  'keys',
  'sheet',
  'prove',
];

export interface SetUpState {
  readonly step: SetUpStep;
  readonly estateName: string;
  readonly names: Readonly<Record<Role, string>>;
  readonly samePerson: boolean;
  readonly goTo: (step: SetUpStep) => void;
  readonly nameEstate: (name: string) => void;
  readonly namePerson: (role: Role, name: string) => void;
  readonly setSamePerson: (same: boolean) => void;
}

export const createSetUpStore = () =>
  createStore<SetUpState>()((set, get) => ({
    step: 'welcome',
    estateName: '',
    names: { admin: '', supervisor: '', receptionist: '' },
    samePerson: false,
    // As the vault will keep them, since the sheet is printed with what stands here.
    goTo: (step) => set({ step, estateName: toOneLine(get().estateName), names: oneLineEach(get().names) }),
    nameEstate: (estateName) => set({ estateName }),
    namePerson: (role, name) =>
      set({
        names: {
          ...get().names,
          [role]: name,
          ...(role === 'admin' && get().samePerson ? { supervisor: name } : {}),
        },
      }),
    setSamePerson: (samePerson) =>
      set({ samePerson, names: { ...get().names, supervisor: samePerson ? get().names.admin : '' } }),
  }));

const oneLineEach = ({ admin, supervisor, receptionist }: SetUpState['names']): SetUpState['names'] => ({
  admin: toOneLine(admin),
  supervisor: toOneLine(supervisor),
  receptionist: toOneLine(receptionist),
});

/** The step before, or null where there is no way back: once the keys are made, the sheet has to be proved or all is dropped. */
export function stepBefore(step: SetUpStep): SetUpStep | null {
  const at = SETUP_STEPS.indexOf(step);
  return at === 0 || step === 'sheet' || step === 'prove' ? null : (SETUP_STEPS[at - 1] ?? null);
}
