export interface Picture {
    readonly width: number;
    readonly height: number; /** Three bytes a pixel, rows from the top. */
    readonly rgb: Buffer;
}
/** Throws when the file is not of the one kind that Xvfb writes for a 24-bit screen. */
export declare function readXwd(file: Buffer): Picture;
/** PNG of colour type 2, eight bits, no filter (RFC 2083). */
export declare function encodePng({ width, height, rgb }: Picture): Buffer;
