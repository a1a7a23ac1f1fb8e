import { createContext, useContext } from 'react';
import type { Me } from '#contracts/http/session';

export interface Session {
  me: Me;
  leave: () => void;
}

export const SessionContext = createContext<Session | null>(null);

function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('nobody is logged in here');
  return session;
}

/** Who is logged in, with the posts they hold. */
export const useMe = (): Me => useSession().me;
export const useLeave = (): (() => void) => useSession().leave;
