import { useEffect, useState } from 'react';
import type { CommandAccepted, CommandStatus, CommandStored, Problem } from '#contracts/http/commands';
import { ProblemError } from '../http/client';
import { commandStatus, sendCommand, statusPath, type Order } from '../http/commands';
import type { Draft } from './draft';

/** Where a sent form stands. */
export type Standing =
  | { at: 'writing' }
  | { at: 'sending' }
  /** it was sent before the page was left; whether it arrived is being asked */
  | { at: 'asking'; location: string }
  | { at: 'stored'; location: string; commandId: string }
  | { at: 'refused'; problem: Problem }
  | { at: 'unsent'; why: string }
  | { at: 'done'; accepted: CommandAccepted };

const pollMs = 1000;
/** The server takes up to five seconds to decide or to store: what it does not know by then did not arrive. */
const looksUntilLost = 6;

interface Hooks {
  /** @param asked where the answer can be asked for, should it be missed */
  onSending: (asked: string) => void;
  /** the answer was final and negative: the next try is another command */
  onRefused: (problem: Problem) => void;
  onStored: (location: string) => void;
  onDone: (accepted: CommandAccepted) => void;
}

/**
 * Sends a command and follows it to its answer. What was sent is asked for until it is decided, also after a reload, since the
 * draft keeps where.
 */
export function useSubmission({ location, asked }: Pick<Draft, 'location' | 'asked'>, hooks: Hooks) {
  const [standing, setStanding] = useState<Standing>(() => left(location, asked));

  const settle = (answer: CommandStatus) => {
    if (answer.status === 'recorded') {
      setStanding({ at: 'done', accepted: answer });
      hooks.onDone(answer);
    } else if (answer.status === 'refused') {
      setStanding({ at: 'refused', problem: answer.problem });
      hooks.onRefused(answer.problem);
    } else {
      setStanding({ at: 'stored', location: answer.location, commandId: answer.commandId });
      hooks.onStored(answer.location);
    }
  };

  const following = standing.at === 'stored' || standing.at === 'asking' ? standing.location : null;
  useEffect(() => {
    if (following === null) return;
    const gone = new AbortController();
    let looks = 0;
    const look = async () => {
      looks += 1;
      try {
        const answer = await commandStatus(following, gone.signal);
        if (answer.status !== 'stored' || standing.at === 'asking') settle(answer);
      } catch (error) {
        // out of reach for a while: the command is stored, so looking again is all there is to do
        const unknown = error instanceof ProblemError && error.problem.status === 404;
        if (unknown && looks >= looksUntilLost && !gone.signal.aborted) {
          setStanding({ at: 'unsent', why: '没有查到这次提交，请再提交一次' });
        }
      }
    };
    void look();
    const timer = setInterval(() => void look(), pollMs);
    return () => {
      clearInterval(timer);
      gone.abort();
    };
    // the hooks close over the form of this moment; only another location begins another watch
  }, [following]);

  const send = async (order: Order | Promise<Order>, key: string) => {
    setStanding({ at: 'sending' });
    let answer: CommandAccepted | CommandStored;
    try {
      const settled = await order;
      hooks.onSending(statusPath(settled.stream, key));
      answer = await sendCommand(settled, key);
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429) {
        setStanding({ at: 'refused', problem: error.problem });
        hooks.onRefused(error.problem);
      } else {
        setStanding({ at: 'unsent', why: unsentWords(error) });
      }
      return;
    }
    settle(answer);
  };
  return { standing, send, rewrite: () => setStanding({ at: 'writing' }) };
}

function left(location: string | null, asked: string | null): Standing {
  if (location !== null) return { at: 'stored', location, commandId: '' };
  return asked === null ? { at: 'writing' } : { at: 'asking', location: asked };
}

const unsentWords = (error: unknown): string =>
  error instanceof ProblemError
    ? `没有提交成功${error.problem.instance ? `，编号 ${error.problem.instance}` : ''}。您填写的内容还在。`
    : '网络已断开，还没有送到。您填写的内容还在，连上后请再提交。';
