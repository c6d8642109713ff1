/** Where the template of a document comes from; nothing of one that the company has written itself. */
import type { Origin } from '../../contract/procedures/views.ts';
import { SourceNote } from '../pages/SourceNote.tsx';

export function OriginNote({ origin }: { readonly origin: Origin | null }) {
  if (origin === null) return null;
  const { source, sourceEn, grade, version, checked } = origin;
  return (
    <SourceNote
      version={version}
      checked={checked ?? false}
      sources={[{ title: source, titleEn: sourceEn ?? source, grade }]}
    />
  );
}
