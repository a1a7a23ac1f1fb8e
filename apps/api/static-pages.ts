import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkoutRoot } from '#platform/checkout';

/** All but the API and the built files under `/assets` is the page's own affair, whatever stands in a deep link: an id may bear dots. */
export function rewriteUrl({ url = '/' }: { url?: string | undefined }): string {
  const path = url.split('?', 1)[0]!;
  return /^\/(api|assets)(\/|$)/.test(path) ? url : '/index.html';
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
