import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { FactReaders } from '#activities/record/facts/fact-readers';
import { Recorder } from '#activities/record/recorder';
import type { Actor } from '#domain/actor';
import { EventLog } from '#event-log/event-log';
import { PersonVault } from '#persons/person-vault';
import { checkoutRoot } from '#platform/checkout';
import { applicationRole, dataSourceOptions } from '#platform/database';
import { temporalClient } from '#platform/temporal';
import { openVaultKeys } from '#platform/vault-keys';
import { exitWith } from '../exit-with';
import { readSettings } from '../home';
import { databaseUrls } from '../postgres';
import { Program } from '../program';
import { foundTrialDistrict } from '../trial/trial-district';
import { issuers } from '../trial/joint-document';
import { endOfLog, startTrialSystem, type TrialSystem } from '../trial/trial-system';
import { appendFigures } from './appends';
import { decisionFigures } from './decisions';
import type { Figure } from './figures';
import { floorTable } from './floor-main';
import { inboxFigures } from './inbox';
import { jointFigures } from './joint';
import { replayFigures } from './replay';

const projectsNeeded = 33;
const heading = 'a system of its own with fsync on; every value and its floor measured in turn in this run';

/** Speed of this machine's own system beside what the same work costs at the least. @returns exit code */
async function main(): Promise<number> {
  const system = await startTrialSystem({}, () => {});
  try {
    console.error(heading);
    const figures = await measure(system);
    return figures.every(({ reached }) => reached) ? 0 : 2;
  } catch (error) {
    for (const name of ['api', 'worker', 'floor']) console.error(`${name}:\n${endOfLog(system.home, name)}`);
    throw error;
  } finally {
    await system.stop();
  }
}

async function measure(system: TrialSystem): Promise<Figure[]> {
  const district = await foundTrialDistrict(
    system,
    projectsNeeded,
    issuers.map(({ id, name }) => [id, name, 'municipalDepartment', null]),
  );
  await prepareFloor(system);
  const floor = await Program.start({
    name: 'floor',
    module: join(checkoutRoot(), 'dist', 'apps', 'standalone', 'bench', 'floor-main.js'),
    environment: {
      ...process.env,
      DATABASE_URL: system.databaseUrl,
      TEMPORAL_ADDRESS: system.temporalAddress,
      TEMPORAL_NAMESPACE: system.temporalNamespace,
      YIGONG_HOME: system.home,
    },
    home: system.home,
    say: () => {},
    forked: () => {},
    stopping: new AbortController().signal,
  });
  const temporal = temporalClient(system.temporalAddress, system.temporalNamespace);
  const database = await new DataSource(dataSourceOptions(system.databaseUrl, [], [], 16)).initialize();
  try {
    const log = new EventLog('sm3');
    const vault = new PersonVault(openVaultKeys(join(system.home, 'keys', 'vault.json')), { demonstration: true });
    const recorder = new Recorder(database, log, new FactReaders(log, vault));
    const owner = await handlerOf(database, 'liangjia-coop');
    const shown: Figure[] = [];
    const show = (figures: readonly Figure[]) => {
      for (const figure of figures) console.log(JSON.stringify(figure));
      shown.push(...figures);
    };
    show(await decisionFigures({ ...district, projects: district.projects.slice(0, 32) }, temporal));
    show(await appendFigures(database, recorder, owner, district.projects));
    show(await replayFigures(database, log, owner, district.projects[32]!));
    show(await inboxFigures(database, district));
    // Last: whoever is countersigned here is suspended by it.
    show(await jointFigures({ ...district, projects: district.projects.slice(0, 32) }, temporal));
    return shown;
  } finally {
    district.owner.close();
    await database.destroy();
    await temporal.connection.close();
    await floor.stop();
  }
}

async function prepareFloor({ home, databaseUrl }: TrialSystem): Promise<void> {
  const { owner } = databaseUrls(Number(new URL(databaseUrl).port), readSettings(home)!.secrets);
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query('create schema bench');
    await client.query(`create table ${floorTable} (id bigint generated always as identity primary key, note text)`);
    await client.query(`grant usage on schema bench to ${applicationRole}`);
    await client.query(`grant insert on ${floorTable} to ${applicationRole}`);
  } finally {
    await client.end();
  }
}

async function handlerOf(database: DataSource, body: string): Promise<Actor> {
  const [row] = await database.query<{ person: string; post_id: string }[]>(
    'select person, post_id from read.post where body_id = $1',
    [body],
  );
  return { person: row!.person, body, post: row!.post_id };
}

exitWith(main);
