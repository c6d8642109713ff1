/** Texts that were shown to whoever is signed in, each by its version, or as the draft of a document, and its hash: they sign and publish no other. Of this session alone. */
import type { Session } from '../session/session.ts';

type Text =
  | { readonly versionId: number; readonly sha256: string }
  | { readonly draftOf: number; readonly sha256: string };

const SHOWN = new WeakMap<Session, Set<string>>();
const keyOf = (text: Text): string =>
  `${'draftOf' in text ? `draft of ${text.draftOf}` : text.versionId} ${text.sha256}`;

export function noteShown(session: Session, text: Text): void {
  SHOWN.set(session, (SHOWN.get(session) ?? new Set()).add(keyOf(text)));
}

export const wasShown = (session: Session, text: Text): boolean =>
  SHOWN.get(session)?.has(keyOf(text)) === true;
