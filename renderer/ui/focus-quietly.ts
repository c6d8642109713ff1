/** A ref for what takes the focus as it appears, without scrolling what was to be read first out of sight. */
export function focusQuietly(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
