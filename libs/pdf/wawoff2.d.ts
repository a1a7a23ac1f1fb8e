declare module 'wawoff2' {
  /** WOFF2 to TrueType. */
  export function decompress(font: Buffer): Promise<Uint8Array>;
}
