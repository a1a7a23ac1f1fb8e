import type { Flow } from './route';

/** A flow that cannot be read, with the place in its text, counted from 1. */
export class UnreadableFlow extends Error {
  constructor(readonly at: number) {
    super(`unreadable at ${at}`);
  }
}

const words = /\s*([a-zA-Z][a-zA-Z0-9-]*|[>|()])/y;

/**
 * A flow as people write it: `draft > check > (finance | agriculture > water) > issue`; `>` one after another, `( | )` side by side.
 * A part left out is empty, for the rules to name.
 * @throws UnreadableFlow at a stray sign or an open bracket
 */
export function flowFrom(text: string): Flow {
  let at = 0;
  let next = read();

  const row = (): Flow => {
    const parts = [part()];
    while (next === '>') {
      next = read();
      parts.push(part());
    }
    return parts.length === 1 ? parts[0]! : parts;
  };
  const part = (): Flow => {
    if (next === '(') return branches();
    if (next === undefined || next === '>' || next === '|' || next === ')') return [];
    const step = next;
    next = read();
    return step;
  };
  const branches = (): Flow => {
    const together: Flow[] = [];
    do {
      next = read();
      together.push(row());
    } while (next === '|');
    if (next !== ')') throw new UnreadableFlow(at + 1);
    next = read();
    return together.length === 1 ? together[0]! : { together };
  };

  const flow = row();
  if (next !== undefined) throw new UnreadableFlow(at);
  return typeof flow === 'string' ? [flow] : flow;

  function read(): string | undefined {
    words.lastIndex = at;
    const found = words.exec(text);
    if (found) at = words.lastIndex;
    else if (text.slice(at).trim() !== '') throw new UnreadableFlow(at + 1);
    return found?.[1];
  }
}
