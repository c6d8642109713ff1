/** Where a picture is chosen: unseen itself, pressed by a button. The browser's own dialog tells the page no path. */
import type { ChangeEvent, Ref } from 'react';

interface PictureInputProps {
  readonly label: string;
  readonly handle: Ref<HTMLInputElement>;
  readonly onChoose: (file: File) => void;
}

export function PictureInput({ label, handle, onChoose }: PictureInputProps) {
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const file = currentTarget.files?.[0];
    if (file === undefined) return;
    onChoose(file);
    // Chosen again, the same file is read again.
    currentTarget.value = '';
  };
  return (
    <input
      ref={handle}
      type="file"
      hidden
      accept="image/png,image/jpeg"
      aria-label={label}
      data-testid="trace-picture-file"
      onChange={choose}
    />
  );
}
