/** How it stands with a document, in one badge. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { ProcedureView } from '../../contract/procedures/views.ts';

type Tone = 'plain' | 'amber' | 'harm' | 'good';

/** The most pressing of what there is to say. */
export function stateOf(
  t: Translate,
  { draft, versions, signed, removed, outdated }: ProcedureView,
): { readonly tone: Tone; readonly words: string } {
  const missing = signed?.missing.length ?? 0;
  if (versions[0]?.intact === false) return { tone: 'harm', words: t('procedures.states.altered') };
  if (draft !== null && draft.gaps.length > 0)
    return { tone: 'amber', words: t('procedures.states.gaps', { count: draft.gaps.length }) };
  if (removed.length > 0)
    return { tone: 'amber', words: t('procedures.states.removed', { count: removed.length }) };
  if (draft !== null) return { tone: 'amber', words: t('procedures.states.draft') };
  if (missing > 0) return { tone: 'amber', words: t('procedures.states.unsigned', { count: missing }) };
  if (outdated) return { tone: 'amber', words: t('procedures.states.outdated') };
  return { tone: 'good', words: t('procedures.states.fine') };
}

/** Drafts that can be published as they are. */
export const readyDrafts = (procedures: readonly ProcedureView[]) =>
  procedures.flatMap(({ procedureId, title, draft, removed, versions: [current] }) => {
    if (draft === null || draft.gaps.length > 0) return [];
    const before = current?.versionId ?? null;
    return [{ procedureId, version: draft.version, title, removed, versionId: null, before }];
  });
