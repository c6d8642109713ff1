/** A picture that was opened, drawn by the browser's own decoder: the content security policy has no picture from elsewhere. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import css from './attachments.module.css';

/** Longest side as drawn, in pixels. */
const MAX_SIDE = 2_000;

interface ShownPictureProps {
  /** In base64. */
  readonly content: string;
  readonly label: string;
}

export function ShownPicture({ content, label }: ShownPictureProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBad, setIsBad] = useState(false);
  useEffect(() => {
    let isGone = false;
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    void draw(bytes, () => (isGone ? null : canvas.current)).then((isDrawn) => {
      if (!isGone) setIsBad(!isDrawn);
    });
    return () => {
      isGone = true;
    };
  }, [content]);
  if (isBad) return <Note kind="warn">{t('attached.badPicture')}</Note>;
  return (
    <canvas
      ref={canvas}
      className={cx(css.picture)}
      role="img"
      aria-label={label}
      data-testid="attachment-picture"
    />
  );
}

/** False where it is no picture that can be read. */
async function draw(bytes: Uint8Array<ArrayBuffer>, find: () => HTMLCanvasElement | null): Promise<boolean> {
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (bitmap === null) return false;
  const canvas = find();
  if (canvas !== null) {
    const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    canvas.dataset['drawn'] = 'true';
  }
  bitmap.close();
  return true;
}
