/** The name under which an attachment is kept: one visible line, without a path, and without a number that may be somebody's. */
import { basename, extname } from 'node:path';
import { MAX_ATTACHMENT_NAME } from '../../../contract/attachments/lists.ts';
import { toOneLine } from '../../../contract/one-line.ts';

/** Digits in a row of which a phone number or an ID number may be made; a date has eight at most. */
const LONG_NUMBER = /\d{9,}[Xx]?/gu;
const MAX_EXTENSION = 8;

/** Never empty. `name`: as the file was called, or its path. */
export function attachmentName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const shown = toOneLine(last).replaceAll(LONG_NUMBER, '***');
  if (shown === '') return '-';
  if (shown.length <= MAX_ATTACHMENT_NAME) return shown;
  const extension = extname(shown);
  const kept = extension.length <= MAX_EXTENSION ? extension : '';
  // By code points, so that no half of one is left.
  let stem = '';
  for (const character of shown.slice(0, -kept.length || undefined)) {
    if (stem.length + character.length + 1 + kept.length > MAX_ATTACHMENT_NAME) break;
    stem += character;
  }
  return `${stem}…${kept}`;
}
