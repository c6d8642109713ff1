/** Texts that were shown to whoever is signed in, each by its version and its hash: they sign no other. Of this session alone. */
import type { Session } from '../session/session.ts';
import type { Publication } from './read-published.ts';

type Text = Pick<Publication, 'versionId' | 'sha256'>;

const SHOWN = new WeakMap<Session, Set<string>>();
const keyOf = ({ versionId, sha256 }: Text): string => `${versionId} ${sha256}`;

export function noteShown(session: Session, text: Text): void {
  SHOWN.set(session, (SHOWN.get(session) ?? new Set()).add(keyOf(text)));
}

export const wasShown = (session: Session, text: Text): boolean =>
  SHOWN.get(session)?.has(keyOf(text)) === true;
