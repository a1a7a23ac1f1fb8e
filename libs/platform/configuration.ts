import { join, resolve } from 'node:path';
import { z } from 'zod';
import { checkoutRoot } from './checkout';

/** Every fault of the environment at once, each with the name of its variable. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly { variable: string; fault: string }[]) {
    super(['配置有误：', ...faults.map(({ variable, fault }) => `  ${variable}：${fault}`)].join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** Address, port and files of one program; api and worker read it with `readConfiguration`. */
export interface Configuration extends z.infer<typeof connected> {
  /** Where the vault's master key lies; outside the database and its backups. */
  vaultKeyFile: string;
}

/** As `Configuration`, for the supervisor, which starts what no address names. */
export interface StandaloneConfiguration extends z.infer<typeof standalone> {
  vaultKeyFile: string;
}

const truth = z.enum(['1', 'true', 'on', 'yes', '0', 'false', 'off', 'no'], { error: '应为 on 或 off' });
const isOn = (word: z.infer<typeof truth>): boolean => ['1', 'true', 'on', 'yes'].includes(word);
const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, { error: '应为 1 至 65535 的整数' })
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, { error: '应为 1 至 65535 的整数' });
const missing = (what: string) => (issue: { input?: unknown }) => (issue.input === undefined ? what : undefined);
const databaseUrl = z
  .string({ error: missing('必须给出，例如 postgres://用户:密码@主机:5432/yigong') })
  .refine(isDatabaseUrl, { error: '应形如 postgres://用户:密码@主机:5432/库名' });
const temporalAddress = z
  .string({ error: missing('必须给出，例如 127.0.0.1:7233') })
  .regex(/^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$/i, { error: '应形如 主机:端口，例如 127.0.0.1:7233' });

const common = z.object({
  DATABASE_OWNER_URL: databaseUrl.optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]{0,99}$/, { error: '只能用字母、数字、点、横线和下划线' })
    .default('yigong'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: portNumber.default(8080),
  YIGONG_HOME: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: '应为 fatal、error、warn、info、debug、trace、silent 之一',
    })
    .default('info'),
  VAULT_KEY_FILE: z.string().optional(),
  YIGONG_DEMO: truth.optional(),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/]+$/, { error: '应形如 https://主机，末尾不带斜线' })
    .optional(),
  YIGONG_HASH: z.enum(['sm3', 'sha256'], { error: '应为 sm3 或 sha256' }).default('sm3'),
});

type Common = z.infer<typeof common>;

function commonPart(read: Common) {
  const home = read.YIGONG_HOME ? resolve(read.YIGONG_HOME) : join(checkoutRoot(), 'data');
  return {
    /** Only for migrations; the program itself works with the application role. */
    databaseOwnerUrl: read.DATABASE_OWNER_URL,
    temporalNamespace: read.TEMPORAL_NAMESPACE,
    /** where people outside reach the system: printed documents lead there */
    publicUrl: read.PUBLIC_URL,
    host: read.HOST,
    port: read.PORT,
    home,
    logLevel: read.LOG_LEVEL,
    vaultKeyFile: read.VAULT_KEY_FILE ? resolve(read.VAULT_KEY_FILE) : join(home, 'keys', 'vault.json'),
    hash: read.YIGONG_HASH,
  };
}

const connected = common.extend({ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress }).transform((read) => ({
  ...commonPart(read),
  databaseUrl: read.DATABASE_URL,
  temporalAddress: read.TEMPORAL_ADDRESS,
  demo: isOn(read.YIGONG_DEMO ?? 'off'),
}));

const standalone = common
  .extend({
    DATABASE_URL: databaseUrl.optional(),
    TEMPORAL_ADDRESS: temporalAddress.optional(),
    YIGONG_POSTGRES_PORT: portNumber.optional(),
    YIGONG_TEMPORAL_PORT: portNumber.optional(),
    YIGONG_TEMPORAL_UI: truth.default('off'),
  })
  .transform((read) => ({
    ...commonPart(read),
    databaseUrl: read.DATABASE_URL,
    temporalAddress: read.TEMPORAL_ADDRESS,
    postgresPort: read.YIGONG_POSTGRES_PORT,
    temporalPort: read.YIGONG_TEMPORAL_PORT,
    temporalUi: isOn(read.YIGONG_TEMPORAL_UI),
    demo: isOn(read.YIGONG_DEMO ?? 'on'),
  }));

/**
 * What api and worker need: both addresses are required, the demonstration district is off by default.
 * @throws ConfigurationError with every fault at once
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  return read(connected, environment);
}

/**
 * What the supervisor needs: an address that is given means that nothing of the kind is started.
 * @throws ConfigurationError with every fault at once
 */
export function readStandaloneConfiguration(environment: NodeJS.ProcessEnv): StandaloneConfiguration {
  return read(standalone, environment);
}

function read<T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T {
  // `PORT= npm start` means "not set", as it does in a shell.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  throw new ConfigurationError(
    result.error.issues.map(({ path, message }) => ({ variable: path.join('.'), fault: message })),
  );
}

function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && hostname !== '' && pathname.length > 1;
}
