/** Reads a mail (RFC 5322), a box of them (RFC 4155), or a page that a browser has saved as one (.eml, .mbox, .mht): texts, whatever they are encoded in. */
import PostalMime from 'postal-mime';
import { readLines } from '../tables/read-text.ts';
import type { TextSink } from '../tables/text-sink.ts';
import { UnreadFile } from '../tables/unread-file.ts';

/** All of it is in memory, and its parts as well. */
export const MAX_MAIL_BYTES = 32 * 1024 * 1024;
const FIRST_HEADER =
  /^(?:From \S+ |Received:|Return-Path:|Delivered-To:|MIME-Version:|From:|To:|Date:|Subject:|Content-Type:|Message-ID:|X-[\w-]+:)/i;
/** Without it, a text that merely begins like a mail. */
const IS_ENCODED = /^(?:MIME-Version|Content-Type|Content-Transfer-Encoding):/im;
const MAX_DEPTH = 20;
/** Begins each mail of a box, after an empty line. */
const NEXT_MAIL = /(?<=\n\r?\n)(?=From \S+ .*\d\d:\d\d)/;
const MAX_MAILS = 10_000;

export const isMail = (head: Buffer): boolean => {
  const text = head.toString('latin1');
  return FIRST_HEADER.test(text) && IS_ENCODED.test(text);
};

/** Returns what is attached. Errors: UnreadFile `damaged`, `too-large` for a box of more mails than are read. */
export async function readMail(bytes: Buffer, sink: TextSink): Promise<readonly Buffer[]> {
  const mails = bytes.subarray(0, 5).toString('latin1') === 'From ' ? mailsOf(bytes) : [bytes];
  const attached: Buffer[] = [];
  for (const mail of mails.slice(0, MAX_MAILS)) attached.push(...(await readOne(mail, sink)));
  if (mails.length > MAX_MAILS) throw new UnreadFile('too-large');
  return attached;
}

const mailsOf = (bytes: Buffer): readonly Buffer[] =>
  bytes
    .toString('latin1')
    .split(NEXT_MAIL)
    .map((mail) => Buffer.from(mail.replace(/^From .*\n/, ''), 'latin1'));

async function readOne(bytes: Buffer, sink: TextSink): Promise<readonly Buffer[]> {
  const mail = await PostalMime.parse(Uint8Array.from(bytes), {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: MAX_DEPTH,
  }).catch(() => {
    throw new UnreadFile('damaged');
  });
  for (const text of [mail.subject, mail.text, mail.html]) {
    if (text === undefined || text === '') continue;
    const lines = readLines(sink);
    lines.take(text);
    lines.end();
  }
  return mail.attachments.flatMap(({ content }) =>
    content instanceof ArrayBuffer ? [Buffer.from(content)] : [],
  );
}
