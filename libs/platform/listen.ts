import { Client } from 'pg';

export interface Listener {
  close(): Promise<void>;
}

const againMs = 1_000;

/**
 * Listens to a channel of the database on a connection of its own; a lost connection is made again, and then `heard` is called
 * once without a message, since something may have been missed.
 */
export async function listen(url: string, channel: string, heard: (payload?: string) => void): Promise<Listener> {
  let closed = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    let listening = false;
    let over = false;
    // A connection ends by several events, and may end before it listens: it is followed by one other at most.
    const end = (): void => {
      if (over) return;
      over = true;
      void fresh.end().catch(() => {});
      if (!listening) return;
      client = undefined;
      again();
    };
    fresh.on('error', end);
    fresh.on('end', end);
    fresh.on('notification', ({ payload }) => heard(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      if (over || closed) throw new Error('the connection ended before it listened');
    } catch (error) {
      end();
      throw error;
    }
    listening = true;
    client = fresh;
  };

  const again = (): void => {
    if (closed) return;
    retry = setTimeout(() => void connect().then(() => heard(), again), againMs);
  };

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
