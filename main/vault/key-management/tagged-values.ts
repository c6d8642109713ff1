/** Which values had a match tag, a bit each, in pages: an id that somebody has made up must not make the others cost more. */
import type { SealedTier } from '../../../contract/fields.ts';
import type { WritableStore } from '../store/store.ts';

/** As text, which SQLite takes for the number that it is; also below those that no number of ours holds. */
export const BELOW_EVERY_ID = '-1e19';

/** By number of the page. */
export type TaggedValues = ReadonlyMap<number, Uint8Array>;

const BITS_IN_A_PAGE = 65_536;
interface IdsRead {
  readonly ids: string;
  readonly last: string | null;
}
/** Numbers that come as one text. */
const IDS_AT_ONCE = 20_000;

export function isTagged(pages: TaggedValues, id: number): boolean {
  const { page, byte, bit } = placeOf(id);
  return ((pages.get(page)?.[byte] ?? 0) & bit) !== 0;
}

/** Takes the tags of these tiers away and answers whose they were; under the next match key they are others. */
export async function takeTagged(tx: WritableStore, tiers: readonly SealedTier[]): Promise<TaggedValues> {
  const places = tiers.map(() => '?').join(', ');
  const others = await tx.get({
    text: `SELECT 1 FROM match_tag WHERE tier NOT IN (${places}) LIMIT 1`,
    values: tiers,
  });
  // Without a condition the index of values answers alone, and SQLite lets go of the whole table at once.
  const ofTiers =
    others === undefined
      ? { where: '', and: '', values: [] }
      : { where: ` WHERE tier IN (${places})`, and: ` AND tier IN (${places})`, values: tiers };
  const pages = new Map<number, Uint8Array>();
  for (let after = BELOW_EVERY_ID; ;) {
    const { ids, last }: IdsRead = (await tx.get<IdsRead>({
      text: `SELECT json_group_array(value_id) AS ids, '' || max(value_id) AS last
        FROM (SELECT value_id FROM match_tag WHERE value_id > ?${ofTiers.and} ORDER BY value_id LIMIT ${IDS_AT_ONCE})`,
      values: [after, ...ofTiers.values],
    })) ?? { ids: '[]', last: null };
    for (const id of JSON.parse(ids) as readonly number[]) mark(pages, id);
    if (last === null) break;
    after = last;
  }
  await tx.run({ text: `DELETE FROM match_tag${ofTiers.where}`, values: ofTiers.values });
  return pages;
}

function mark(pages: Map<number, Uint8Array>, id: number): void {
  const { page, byte, bit } = placeOf(id);
  const bits = pages.get(page) ?? new Uint8Array(BITS_IN_A_PAGE / 8);
  pages.set(page, bits);
  bits[byte] = (bits[byte] ?? 0) | bit;
}

function placeOf(id: number): { readonly page: number; readonly byte: number; readonly bit: number } {
  const page = Math.floor(id / BITS_IN_A_PAGE);
  const at = id - page * BITS_IN_A_PAGE;
  return { page, byte: at >> 3, bit: 1 << (at & 7) };
}
