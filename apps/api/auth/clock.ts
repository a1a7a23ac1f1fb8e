/** The instant now; tests give their own. */
export class Clock {
  constructor(private readonly read: () => Date = () => new Date()) {}

  now(): Date {
    return this.read();
  }

  iso(): string {
    return this.read().toISOString();
  }
}
