interface Span {
  holder: string;
  deputy: string;
  from: number;
  to: number;
  ended: boolean;
}

/** Who acts for whom told day by day, to hold the delegations against: a table of days instead of windows that are compared. */
export class Windows {
  private readonly deputies = new Map<number, Map<string, string>>();
  private readonly spans: Span[] = [];

  /** Asks somebody to act from one day to another; days are numbered. */
  ask(holder: string, deputy: string, from: number, to: number, today: number): boolean {
    if (deputy === holder || to < from || to < today) return false;
    const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    if (days.some((day) => this.on(day).has(holder) || this.leads(day, deputy, holder))) return false;
    for (const day of days) this.on(day).set(holder, deputy);
    this.spans.push({ holder, deputy, from, to, ended: false });
    return true;
  }

  /** @param nth of all that were ever asked */
  end(nth: number, by: string, today: number): boolean {
    const span = this.spans[nth];
    if (!span || span.ended || span.to < today || span.holder !== by) return false;
    span.ended = true;
    for (let day = span.from; day <= span.to; day += 1) this.on(day).delete(span.holder);
    return true;
  }

  /** Whether somebody may act today by one of those windows, and not by another of the same two people. */
  allows(nth: number, deputy: string, today: number): boolean {
    const { holder, from, to, ended } = this.spans[nth]!;
    return !ended && from <= today && today <= to && this.on(today).get(holder) === deputy;
  }

  private leads(day: number, from: string, to: string): boolean {
    for (let next: string | undefined = from; next !== undefined; next = this.on(day).get(next)) {
      if (next === to) return true;
    }
    return false;
  }

  private on(day: number): Map<string, string> {
    const known = this.deputies.get(day) ?? new Map<string, string>();
    this.deputies.set(day, known);
    return known;
  }
}
