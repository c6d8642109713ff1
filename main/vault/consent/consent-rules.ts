/** Rules of consent: the version of the notice in force, and the inventory. */
import { PURPOSES } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { inventorySourceOf, readConsentGrounds, readInventoryLaw } from '../inventory/api.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** A version of the notice that somebody has put in force. */
export interface NoticeVersion {
  readonly version: string;
  readonly at: number;
  readonly by: StaffId;
}

/** The one in force: the last that was set. Null where nobody has set any. */
export async function readNoticeVersion(store: ReadableStore): Promise<NoticeVersion | null> {
  const row = await store.get<NoticeVersion>(
    sql`SELECT version, set_at AS at, set_by AS "by" FROM notice_version ORDER BY set_at DESC, id DESC LIMIT 1`,
  );
  return row ?? null;
}

/** Errors: `bad-request` {where: 'version'} where no version of the notice is in force. */
export async function requireNoticeVersion(store: ReadableStore): Promise<string> {
  const notice = await readNoticeVersion(store);
  if (notice === null) throw new AppError('bad-request', { where: 'version' });
  return notice.version;
}

/** Errors: those of `readConsentGrounds`. */
export async function readRules(
  session: Pick<Session, 'store' | 'lawFolder' | 'roster' | 'usualIdNumbers' | 'policy'>,
): Promise<RouteReply<'consent.rules'>> {
  const { store, lawFolder } = session;
  const { consenting, sensitive } = await readConsentGrounds(session, store);
  const law = readInventoryLaw(lawFolder);
  return {
    noticeVersion: (await readNoticeVersion(store))?.version ?? null,
    consenting: [...consenting],
    sensitive: [...sensitive],
    withdrawal: PURPOSES.flatMap((purpose) => {
      const words = law.withdrawal[purpose];
      return words === undefined ? [] : [{ purpose, zh: words.text, en: words.textEn }];
    }),
    law: inventorySourceOf(law),
  };
}
