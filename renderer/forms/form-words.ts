/** Words of a form in the language of the screen: the Chinese is the form's own, the English a help. Pure. */

/** A text of a data file with its English. */
interface Said {
  readonly text: string;
  readonly textEn: string;
}

export const said = (language: string, { text, textEn }: Said): string => (language === 'en' ? textEn : text);

/** The title of an item. */
export const titleOf = (
  language: string,
  { title, titleEn }: { readonly title: string; readonly titleEn: string },
): string => (language === 'en' ? titleEn : title);
