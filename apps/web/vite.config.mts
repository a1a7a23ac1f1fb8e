import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const api = process.env['YIGONG_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // our own condition name: a general one such as `source` would pull the sources of packages in node_modules in as well
  resolve: { conditions: ['yigong-source', ...defaultClientConditions] },
  build: { outDir: join(import.meta.dirname, '../../dist/apps/web'), emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': { target: api, changeOrigin: true } } },
});
