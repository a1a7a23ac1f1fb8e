import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Me } from '#contracts/http/session';
import { dropDraftsOfOthers } from '../forms/draft';
import { ask, onExpired, ProblemError, rememberCsrf } from '../http/client';
import { Failure, Loading } from '../parts/States';
import { IdleWarning } from './IdleWarning';
import { LoginForm } from './LoginForm';
import { LoginPage } from './LoginPage';
import { SessionContext } from './session';

type Known = { me: Me } | { nobody: true } | { failed: unknown } | 'asking';

/**
 * Lets in who is logged in. When a session ends the log-in lies over the same page, which stays as it was for the same person;
 * another person logging in starts afresh and sees nothing of it.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [known, setKnown] = useState<Known>('asking');
  const [expired, setExpired] = useState(false);
  const before = useRef<string | null>(null);

  const enter = useCallback(
    (me: Me) => {
      rememberCsrf(me.csrf);
      dropDraftsOfOthers(me.login);
      if (before.current !== null && before.current !== me.login) client.clear();
      else void client.invalidateQueries();
      before.current = me.login;
      setKnown({ me });
      setExpired(false);
    },
    [client],
  );
  const look = useCallback(async () => {
    try {
      enter((await ask<Me>('/api/me', { quiet: true })).body);
    } catch (error) {
      const nobody = error instanceof ProblemError && error.problem.status === 401;
      setKnown(nobody ? { nobody: true } : { failed: error });
    }
  }, [enter]);
  useEffect(() => void look(), [look]);
  useEffect(() => onExpired(() => setExpired(true)), []);

  const leave = useCallback(async () => {
    await ask('/api/session', { method: 'DELETE', quiet: true }).catch(() => undefined);
    client.clear();
    before.current = null;
    setKnown({ nobody: true });
    setExpired(false);
  }, [client]);
  const session = useMemo(
    () => (known !== 'asking' && 'me' in known ? { me: known.me, leave: () => void leave() } : null),
    [known, leave],
  );

  if (known === 'asking') return <Loading lines={3} />;
  if ('failed' in known) return <Failure error={known.failed} retry={() => void look()} />;
  if (!session) return <LoginPage enter={enter} />;
  return (
    <SessionContext value={session}>
      {expired && (
        <div className="over">
          <LoginForm enter={enter} again />
        </div>
      )}
      <div key={session.me.login} inert={expired}>
        {children}
      </div>
      {!expired && <IdleWarning minutes={session.me.idleMinutes} leave={session.leave} />}
    </SessionContext>
  );
}
