/** SM3 of bytes as `sm3:<64 hex>`, computed in this browser; the code of SM3 is loaded when first needed. */
export async function sm3Digest(bytes: Uint8Array): Promise<string> {
  const { sm3 } = await import('sm-crypto-v2');
  return `sm3:${sm3(bytes)}`;
}

/** Digest of bytes by the algorithm that a digest's text names: `sm3` or `sha256`. */
export async function digestBy(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (algorithm === 'sm3') return sm3Digest(bytes);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
