/** The digest of a header put into the anchor by somebody who has the keychain and writes the header too. */
import { decodeAnchor, encodeAnchor } from '../../main/vault/anchor/anchor-codec.ts';
import { type Header, digestOfHeader } from '../../main/vault/keys/header.ts';
import type { VaultHarness } from './vault-harness.ts';

/** In both copies, with the generation; the vault must be closed. */
export function anchorHeaderOf({ keychain }: Pick<VaultHarness, 'keychain'>, header: Header): void {
  keychain.anchors = keychain.anchors.map((copy) => {
    const read = copy === undefined ? undefined : decodeAnchor(copy);
    if (read === undefined) return copy;
    return encodeAnchor({ ...read.state, header: digestOfHeader(header) }, read.counter);
  });
}
