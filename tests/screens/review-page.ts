/** The page on which reviewers see all pictures of a run side by side: a screen a row, with each language, theme, size and zoom that was taken. */

/** Languages and kinds that a picture's name may end with, as `person.dark.zh-CN.png`. */
const PICTURE = /^(?<screen>[a-z0-9-]+)\.(?:(?<kind>.+)\.)?(?<language>zh-CN|en)\.png$/;

/** HTML of the page. `files`: names of the pictures beside it; whatever is none is left out. */
export function reviewPage(files: readonly string[]): string {
  const rows = new Map<string, { readonly file: string; readonly what: string }[]>();
  for (const file of files) {
    const { screen, kind, language } = PICTURE.exec(file)?.groups ?? {};
    if (screen === undefined) continue;
    rows.set(screen, [...(rows.get(screen) ?? []), { file, what: `${kind ?? 'plain'} · ${language}` }]);
  }
  const row = ([screen, shown]: readonly [string, readonly { file: string; what: string }[]]): string =>
    `<section><h2>${screen}</h2>${shown
      .map(
        ({ file, what }) =>
          `<figure><img loading="lazy" src="${file}"><figcaption>${what}</figcaption></figure>`,
      )
      .join('')}</section>`;
  return `<!doctype html><meta charset="utf-8"><title>${files.length} pictures</title><style>
body { margin: 16px; font: 14px/20px sans-serif; background: #d5d8dc; }
section { display: flex; gap: 16px; overflow-x: auto; padding-block: 8px; }
h2 { flex: 0 0 160px; margin: 0; font-size: 16px; overflow-wrap: anywhere; }
figure { flex: none; margin: 0; }
img { height: 360px; }
</style>${[...rows].map(row).join('\n')}\n`;
}
