import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Configuration } from '#platform/configuration';

/** Of an address its path alone: what was searched for may be a name. */
const pathOf = (url = ''): string => url.split('?', 1)[0]!;

/** Structured lines without bodies, headers, cookies or search words. @rule R-PRIV-04 */
export const logging = (level: Configuration['logLevel']): Params => ({
  pinoHttp: {
    level,
    genReqId: () => randomUUID(),
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url?: string }) => ({ id, method, path: pathOf(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) =>
      error || response.statusCode >= 500 ? 'error' : 'info',
    autoLogging: {
      ignore: ({ url }: IncomingMessage) => pathOf(url).startsWith('/api/health') || !pathOf(url).startsWith('/api/'),
    },
  },
});
