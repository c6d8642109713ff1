/** Something on a page that needs the stores in a state of their own while it is shown. */
import { type ReactNode, useLayoutEffect } from 'react';

interface PreparedProps {
  /** Puts the stores in that state; what it returns puts them back. Kept between renders. */
  readonly by: () => () => void;
  readonly children: ReactNode;
}

export function Prepared({ by, children }: PreparedProps) {
  useLayoutEffect(by, [by]);
  return children;
}
