/** What a content is by its first bytes, and what it is called. */
import { describe, expect, it } from 'vitest';
import { MAX_ATTACHMENT_NAME } from '../../../contract/attachments/lists.ts';
import { attachmentName } from '../../../main/vault/attachments/attachment-name.ts';
import { mediumOf } from '../../../main/vault/attachments/medium.ts';
import { pictureSize } from '../../../main/vault/pdf/picture-size.ts';
import { makePng } from '../../support/pictures.ts';
import { fc, forAll } from '../../support/for-all.ts';

const hex4 = (number: number): string => number.toString(16).padStart(4, '0');

/** A start, a comment, a marker without content, a frame header of that size, and no picture. */
const jpegOf = (width: number, height: number): Uint8Array =>
  new Uint8Array(
    Buffer.from(`ffd8fffe00046162ffffc40002ffc2000b08${hex4(height)}${hex4(width)}01011100`, 'hex'),
  );

describe('the kind of a content', () => {
  it.each([
    ['png', makePng()],
    ['jpeg', jpegOf(3, 2)],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['text', Buffer.from('整改说明\r\n第二行\t末')],
    [null, Buffer.from('GIF89a\u0001')],
    [null, Buffer.from('\u0000')],
    [null, Buffer.from('a\u001b[2J')],
    [null, Buffer.from([0xb4, 0xfa])],
    [null, new Uint8Array()],
  ])('is %s', (media, bytes) => {
    expect(mediumOf(new Uint8Array(bytes))).toBe(media);
  });

  it('is found in whatever somebody has made without an error, and so is its size', () => {
    forAll(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      mediumOf(bytes);
      for (const media of ['png', 'jpeg'] as const) {
        const size = pictureSize(media, Uint8Array.from([0xff, 0xd8, ...bytes]));
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }
    });
  });
});

describe('the size of a picture', () => {
  it('is what its header says', () => {
    expect(pictureSize('png', makePng(40, 30))).toEqual({ width: 40, height: 30, memory: 0 });
    expect(pictureSize('jpeg', jpegOf(4000, 3000))).toEqual({ width: 4000, height: 3000, memory: 0 });
  });

  it('is none where the header is cut off or says nothing', () => {
    expect(pictureSize('png', makePng().subarray(0, 20))).toBeNull();
    expect(pictureSize('jpeg', jpegOf(3, 2).subarray(0, 14))).toBeNull();
    expect(pictureSize('png', makePng(0, 3))).toBeNull();
  });
});

describe('the name of an attachment', () => {
  it.each([
    ['整改后.png', '整改后.png'],
    ['C:\\用户\\图片\\门禁.jpg', '门禁.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['王某 11010119000101001X.jpg', '王某 ***.jpg'],
    ['20260310 现场.jpg', '20260310 现场.jpg'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['\u200b\u0007', '-'],
    ['', '-'],
  ])('of %j is %j', (name, kept) => {
    expect(attachmentName(name)).toBe(kept);
  });

  it('is one line within its bound, with its extension, whatever it was', () => {
    expect(attachmentName(`${'很长'.repeat(90)}.jpeg`)).toMatch(/^(很长)+很?….jpeg$/u);
    forAll(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      const kept = attachmentName(name);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThanOrEqual(MAX_ATTACHMENT_NAME);
      expect(kept).not.toMatch(/[\n\r/\\]/u);
    });
  });
});
