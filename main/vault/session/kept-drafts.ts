/**
 * Drafts over a lock: each is sealed to its user's own key as it is typed, and lies with main, which cannot open it, until that user's next PIN does.
 * None is written to a disk. They go with the day, with the person that they are about, and with the program.
 */
import { randomUUID } from 'node:crypto';
import type { SealedDraft } from '../../../contract/host.ts';
import { MAX_DRAFTS } from '../../../contract/drafts/lists.ts';
import { type KeptDraft, type Written, writtenSchema } from '../../../contract/drafts/routes.ts';
import type { PersonId, SlotId } from '../../../contract/ids.ts';
import { type Clock, dayOf } from '../clock.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromUtf8, utf8 } from '../crypto/bytes.ts';
import { openFrom, sealTo } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import type { Session } from './session.ts';

/** Which form, and what it is about. */
type DraftPlace = Pick<Written, 'form' | 'about'>;
type OwnDraft = DraftPlace & { readonly id: string; readonly draft: KeptDraft | null };

/** Drafts of this computer; those of whoever is signed in are open. */
export interface KeptDrafts {
  /** Opens those of whoever signs in, while their PIN has their key at hand. What the key does not open is dropped. */
  readonly open: (vaultId: string, opened: Pick<OpenedSlot, 'slotId' | 'receive'>) => void;
  readonly keep: (session: Session, written: Written, personId: PersonId | null) => void;
  /** Those of earlier sessions of whoever is signed in. */
  readonly read: () => readonly KeptDraft[];
  readonly drop: (place: DraftPlace) => void;
  /** Drops what is of an earlier day, or about nobody who is left. */
  readonly dropWhere: (isGone: (personId: PersonId) => boolean) => void;
  /** Drops those of every user: what was typed may be what nobody may keep any more. */
  readonly dropAll: () => void;
  /** Whom the drafts are about, of every user. */
  readonly people: () => readonly PersonId[];
}

/** `tell` hears of the whole list whenever it has changed. */
export function createKeptDrafts(
  before: readonly SealedDraft[],
  clock: Clock,
  tell: (drafts: readonly SealedDraft[]) => void,
): KeptDrafts {
  let all = before;
  let own: readonly OwnDraft[] = [];
  const replace = (next: readonly SealedDraft[]): void => {
    if (next.length === all.length && next.every((one, index) => one === all[index])) return;
    all = next;
    own = own.filter(({ id }) => all.some((one) => one.id === id));
    tell(all);
  };
  const isOfToday = ({ at }: SealedDraft): boolean => dayOf(at) === dayOf(clock.now());
  const at = ({ form, about }: DraftPlace) => own.find((one) => one.form === form && one.about === about);
  return {
    open(vaultId, { slotId, receive }) {
      replace(all.filter(isOfToday));
      const mine = all.filter((one) => one.slotId === slotId);
      const opened = mine.flatMap(({ id, at: when, sealed }) => {
        const plain = openFrom(receive, infoOf(vaultId, slotId, when), NO_AAD, sealed);
        if (plain === null) return [];
        const written = writtenIn(plain);
        zero(plain);
        return written === null
          ? []
          : [{ id, form: written.form, about: written.about, draft: { ...written, at: when } }];
      });
      own = opened;
      replace(all.filter((one) => one.slotId !== slotId || opened.some(({ id }) => id === one.id)));
    },
    keep(session, written, personId) {
      const { slotId } = session.signedIn;
      const now = clock.now();
      const slot = session.header.slots.find((one) => one.id === slotId);
      if (slot === undefined) return;
      const plain = utf8(JSON.stringify(written));
      const sealed = sealTo(
        bytesOfBase64(slot.receiveKey),
        infoOf(session.header.vaultId, slotId, now),
        NO_AAD,
        plain,
      );
      zero(plain);
      const replaced = at(written)?.id;
      const kept = { id: randomUUID(), slotId, personId, at: now, sealed };
      own = [
        ...own.filter(({ id }) => id !== replaced),
        { id: kept.id, form: written.form, about: written.about, draft: null },
      ];
      const others = all.filter((one) => one.id !== replaced);
      const mine = others.filter((one) => one.slotId === slotId);
      const tooMany = new Set(mine.slice(0, Math.max(0, mine.length + 1 - MAX_DRAFTS)));
      replace([...others.filter((one) => !tooMany.has(one)), kept]);
    },
    read: () => own.flatMap(({ draft }) => draft ?? []),
    drop(place) {
      const gone = at(place)?.id;
      replace(all.filter(({ id }) => id !== gone));
    },
    dropWhere: (isGone) =>
      replace(all.filter((one) => isOfToday(one) && (one.personId === null || !isGone(one.personId)))),
    dropAll: () => replace([]),
    people: () => all.flatMap(({ personId }) => personId ?? []),
  };
}

const NO_AAD = new Uint8Array();
/** For this vault, slot and moment alone: what lies with main cannot be given out as another's or as newer. */
const infoOf = (vaultId: string, slotId: SlotId, at: number): Uint8Array =>
  bind('draft', vaultId, slotId, at);

/** Whoever knows the public key could have sealed it. */
function writtenIn(plain: Uint8Array): Written | null {
  try {
    return writtenSchema.parse(JSON.parse(fromUtf8(plain) ?? ''));
  } catch {
    return null;
  }
}
