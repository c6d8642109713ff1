/** How large the repository may be, so that a clone takes seconds. What a command can make is not kept in it. */

export const MAX_TRACKED_BYTES = 20_000_000;
export const MAX_PICTURES = 12;

interface TrackedFile {
  /** From the root of the project. */
  readonly path: string;
  readonly bytes: number;
}

const PICTURE = /\.(png|jpe?g|gif|webp)$/;
/** Folder of files that ship, which has icons of its own. */
const SHIPPED = 'assets/';

/** A line for each fault: too many bytes, too many pictures, a picture that no document shows. `documents` are the texts of all Markdown files. */
export function findHeavy(files: readonly TrackedFile[], documents: readonly string[]): readonly string[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const pictures = files
    .map(({ path }) => path)
    .filter((path) => PICTURE.test(path) && !path.startsWith(SHIPPED));
  return [
    ...(bytes > MAX_TRACKED_BYTES ? [`${bytes} bytes are tracked, at most ${MAX_TRACKED_BYTES} may be`] : []),
    ...(pictures.length > MAX_PICTURES
      ? [`${pictures.length} pictures are tracked, at most ${MAX_PICTURES} may be`]
      : []),
    ...pictures.filter((path) => !isShown(path, documents)).map((path) => `${path}: no document shows it`),
  ];
}

/** Documents link to what lies beside or below them. */
const isShown = (path: string, documents: readonly string[]): boolean =>
  documents.some((text) => text.includes(`](${path})`) || text.includes(`](${path.replace(/^docs\//, '')})`));
