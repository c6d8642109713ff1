/** A value that the component on a page changes, kept as a screen would keep it. */
import { type ReactNode, useState } from 'react';

interface KeptProps<Value> {
  readonly start: Value;
  readonly children: (value: Value, keep: (value: Value) => void) => ReactNode;
}

export function Kept<Value>({ start, children }: KeptProps<Value>) {
  const [value, keep] = useState(start);
  return children(value, (next) => keep(() => next));
}
