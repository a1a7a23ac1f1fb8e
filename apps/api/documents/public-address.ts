/** Where people outside reach this system; what is printed leads there. */
export class PublicAddress {
  /** @param base e.g. `https://yigong.example.gov.cn`; none where it was not configured */
  constructor(private readonly base: string | undefined) {}

  of(path: string): string | null {
    return this.base === undefined ? null : `${this.base}${path}`;
  }
}
