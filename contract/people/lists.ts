/** Limits on showing residents' data, the same on the screen and in main. Without schemas. */

/** How long a copied value stays in the clipboard, in seconds. */
export const COPIED_SECONDS = 15;
