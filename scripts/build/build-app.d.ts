/** Hash over every source's name and content: the tree is small, and a time stamp can lie after a checkout. */
export declare function sourceHash(): string;
/** Returns the hash of the sources that dist was built from. Throws what Vite throws. */
export declare function buildApp(): Promise<string>;
