import { ConfigurationError, readConfiguration, readStandaloneConfiguration } from './configuration';

const addresses = { DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/yigong', TEMPORAL_ADDRESS: '127.0.0.1:7233' };

function faultsOf(environment: NodeJS.ProcessEnv): readonly { variable: string; fault: string }[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('fills in everything but the two addresses', () => {
    const read = readConfiguration(addresses);
    expect(read).toMatchObject({ port: 8080, temporalNamespace: 'yigong', hash: 'sm3', logLevel: 'info', demo: false });
    expect(read.home).toMatch(/\/data$/);
    expect(read.vaultKeyFile).toBe(`${read.home}/keys/vault.json`);
  });

  it('names every fault at once, each by its variable', () => {
    const variables = faultsOf({ PORT: '0', YIGONG_HASH: 'md5', LOG_LEVEL: 'loud' }).map(({ variable }) => variable);
    expect(variables.toSorted()).toEqual(['DATABASE_URL', 'LOG_LEVEL', 'PORT', 'TEMPORAL_ADDRESS', 'YIGONG_HASH']);
  });

  it('takes the ports 1 and 65535 and refuses 0 and 65536', () => {
    expect(faultsOf({ ...addresses, PORT: '1' })).toEqual([]);
    expect(faultsOf({ ...addresses, PORT: '65535' })).toEqual([]);
    expect(faultsOf({ ...addresses, PORT: '0' })).toHaveLength(1);
    expect(faultsOf({ ...addresses, PORT: '65536' })).toHaveLength(1);
  });

  it('refuses an address without a port and a database without a name', () => {
    expect(faultsOf({ ...addresses, TEMPORAL_ADDRESS: 'temporal' })).toHaveLength(1);
    expect(faultsOf({ ...addresses, DATABASE_URL: 'postgres://127.0.0.1:5432/' })).toHaveLength(1);
  });

  it('takes a public address without a path', () => {
    expect(faultsOf({ ...addresses, PUBLIC_URL: 'https://yigong.example.gov.cn' })).toEqual([]);
    expect(faultsOf({ ...addresses, PUBLIC_URL: 'https://yigong.example.gov.cn/' })).toHaveLength(1);
    expect(faultsOf({ ...addresses, PUBLIC_URL: 'yigong.example.gov.cn' })).toHaveLength(1);
  });

  it('never repeats a password in its message', () => {
    const faults = faultsOf({ ...addresses, DATABASE_URL: 'mysql://app:hunter2@127.0.0.1/yigong' });
    expect(JSON.stringify(faults)).not.toContain('hunter2');
  });

  it('takes an empty variable as not set', () => {
    expect(readConfiguration({ ...addresses, PORT: '' }).port).toBe(8080);
  });

  it('loads the demonstration district by default only where everything runs on one machine', () => {
    expect(readStandaloneConfiguration({}).demo).toBe(true);
    expect(readStandaloneConfiguration({ YIGONG_DEMO: 'off' }).demo).toBe(false);
  });
});
