import { createServer } from 'node:net';

/** A port that is free now on this machine's own address; the preferred one if it is. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred, '127.0.0.1'))) return preferred;
  return listen(0, '127.0.0.1');
}

/** Whether a program could listen there. */
export async function isFree(port: number, host: string): Promise<boolean> {
  try {
    await listen(port, host);
    return true;
  } catch {
    return false;
  }
}

/** Waits for a port that a program of ours may just be leaving. */
export async function isFreeWithin(port: number, host: string, withinMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await isFree(port, host))) {
    if (Date.now() > giveUpAt) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}
