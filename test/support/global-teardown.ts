import { stopServices } from './services';

export default async function tearDown(): Promise<void> {
  await stopServices();
}
