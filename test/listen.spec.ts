import type { DataSource } from 'typeorm';
import { listen } from '#platform/listen';
import { freshDatabase } from './support/database';

let database: DataSource;
beforeAll(async () => {
  database = await freshDatabase([]);
}, 60_000);
afterAll(() => database?.destroy());

const channel = 'listen_spec';
const listeners = () =>
  database.query<{ pid: number }[]>(
    `select pid from pg_stat_activity where datname = current_database() and query = 'listen ${channel}'`,
  );

it('makes one connection for each that is lost, and tells that something may have been missed', async () => {
  let heardAgain = (): void => {};
  const listener = await listen((database.options as { url: string }).url, channel, () => heardAgain());
  for (let outage = 1; outage <= 3; outage += 1) {
    const again = new Promise<void>((resolve) => {
      heardAgain = resolve;
    });
    const [listener] = await listeners();
    await database.query('select pg_terminate_backend($1)', [listener!.pid]);
    await again;
    expect(await listeners()).toHaveLength(1);
  }
  await listener.close();
}, 30_000);
