import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkoutRoot } from '#platform/checkout';

/** Deep links such as `/projects/p-1/gates` are the page's own affair: no `/api/` and no suffix means `index.html`. */
export function rewriteUrl({ url = '/' }: { url?: string | undefined }): string {
  const path = url.split('?', 1)[0]!;
  return path === '/api' || path.startsWith('/api/') || /\.[A-Za-z0-9]+$/.test(path) ? url : '/index.html';
}

/** Serves the built web pages, where they are built. */
export async function servePages(
  app: NestFastifyApplication,
  root = join(checkoutRoot(), 'dist', 'apps', 'web'),
): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    // Built files bear their digest in their name; the page that names them is asked for each time.
    setHeaders: (response, path: string) => {
      response.header(
        'cache-control',
        path.endsWith('index.html') ? 'no-cache' : 'public, max-age=31536000, immutable',
      );
    },
  });
}
