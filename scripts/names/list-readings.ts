/** The readings of every character that pinyin-pro knows, in the lines of the vault's table. */
import { pinyin, polyphonic } from 'pinyin-pro';

const LAST_CODE_POINT = 0x10ffff;
const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;

/** Readings without tones and with ü as v, the usual one first; none where the library has none. */
export function readingsByLibrary(character: string): readonly string[] {
  const usual = pinyin(character, { toneType: 'none' });
  if (usual === character) return [];
  const others = (polyphonic(character, { toneType: 'none', type: 'array' }) as string[][]).flat();
  return [
    ...new Set(
      [usual, ...others]
        .filter((one) => one !== character)
        .map((one) => one.normalize('NFC').replaceAll('ü', 'v').replaceAll('ê', 'e')),
    ),
  ];
}

/** `zhong,chong:重种`, ordered by the readings. */
export function listReadings(): readonly string[] {
  const read = new Map<string, string[]>();
  for (let codePoint = 0x80; codePoint <= LAST_CODE_POINT; codePoint++) {
    if (isSurrogate(codePoint)) continue;
    const character = String.fromCodePoint(codePoint);
    const readings = readingsByLibrary(character).join(',');
    if (readings !== '') read.set(readings, [...(read.get(readings) ?? []), character]);
  }
  return [...read]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([readings, characters]) => `${readings}:${characters.join('')}`);
}
