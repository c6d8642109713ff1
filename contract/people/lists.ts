/** What is said of residents on screen and in main alike. Without schemas. */

/** How long a copied value stays in the clipboard, in seconds. */
export const COPIED_SECONDS = 15;
