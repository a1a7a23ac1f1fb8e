import type { CommandMap, CommandOf, FactsOf } from './command';
import type { EventMap } from './event';
import type { Decision } from './rules';

/** One decider per command of a map; a forgotten one does not compile. */
export type Handlers<S, C extends CommandMap, M extends EventMap> = {
  [K in keyof C & string]: (state: S, command: CommandOf<C, K>, facts: FactsOf<C[K]>) => Decision<M>;
};
