import { useState } from 'react';
import type { CommandAccepted, CommandStored, Problem } from '#contracts/http/commands';
import { ProblemError } from '../http/client';
import { sendCommand, type Order } from '../http/commands';
import { newId } from '../http/ids';
import { useRefreshAll } from '../http/live';

/** What became of an act: recorded or stored, refused, or not sent at all. */
export type ActAnswer =
  { at: 'done'; accepted: CommandAccepted | CommandStored } | { at: 'refused'; problem: Problem } | { at: 'unsent' };

/** Sends an act once. */
export async function given(order: Order, key: string = newId()): Promise<ActAnswer> {
  try {
    return { at: 'done', accepted: await sendCommand(order, key) };
  } catch (error) {
    const refused = error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429;
    return refused ? { at: 'refused', problem: error.problem } : { at: 'unsent' };
  }
}

/** Acts that need no form: nothing is left to fill in, and the answer stands beside the button. */
export function useAct() {
  const refreshAll = useRefreshAll();
  const [answer, setAnswer] = useState<ActAnswer>();
  const act = async (order: Order) => {
    setAnswer(await given(order));
    refreshAll();
  };
  return { act, answer };
}
