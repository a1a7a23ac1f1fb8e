import { startServices } from './services';

/** PostgreSQL and Temporal for the system tests; their addresses reach the tests through the environment. */
export default async function setUp(): Promise<void> {
  Object.assign(process.env, await startServices());
}
