import { Client } from 'pg';

export interface Listener {
  close(): Promise<void>;
}

/**
 * Listens to a channel of the database on a connection of its own; a lost connection is made again, and then `heard` is called
 * once without a message, since something may have been missed.
 */
export async function listen(url: string, channel: string, heard: (payload?: string) => void): Promise<Listener> {
  let closed = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url, keepAlive: true });
    const lost = (): void => {
      if (client !== fresh && client !== undefined) return;
      client = undefined;
      if (!closed) retry = setTimeout(() => void connect().then(() => heard(), lost), 1_000);
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload }) => heard(payload));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
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
