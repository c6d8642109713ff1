/** View that the frame of practice shows around or in place of a screen. Pure. */

/** `making`: how far the vault is; `lock`: the PINs that its lock screen shows; `desk`: the bar alone; `end`: the dialog that ends it. */
export type PracticeView = 'making' | 'lock' | 'desk' | 'end';

interface PracticeFacts {
  readonly making: boolean;
  readonly ending: boolean;
  readonly locked: boolean;
}

export function practiceViewOf({ making, ending, locked }: PracticeFacts): PracticeView {
  if (making) return 'making';
  if (ending) return 'end';
  return locked ? 'lock' : 'desk';
}
