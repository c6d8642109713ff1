/** A dialog over the screen. */
import type { ReactNode } from 'react';
import { Overlay } from './Overlay.tsx';

interface SheetProps {
  readonly title: string;
  readonly testId: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Sheet(props: SheetProps) {
  return <Overlay look="sheet" {...props} />;
}
