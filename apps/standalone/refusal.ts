/** Why something is not started, and what a person can do about it; shown without a stack. */
export class Refusal extends Error {
  constructor(what: string, remedy: string) {
    super(`${what}\n  办法：${remedy}`);
    this.name = 'Refusal';
  }
}
