import type { HttpClient } from '../http-client';
import { demonstrationPassword } from '../demonstration/accounts';
import { logIn, registerWorker } from '../demonstration/district';
import { workersPerSegment } from './stories';

/** A worker's login: from the reference, which names nobody. */
export const workerLoginOf = (personRef: string): string => `w-${personRef.slice(0, 18)}`;

const firstNo = 600;
const places = 380;

/**
 * Registers the workers of one run; the first of each segment gets an account, the others confirm on paper.
 * @param serial of the run: other runs have other workers
 * @param segments how many segments
 */
export async function hireWorkers(
  address: string,
  administrator: HttpClient,
  serial: number,
  segments: number,
): Promise<string[][]> {
  const registrar = await logIn(address, 'hrss');
  const needed = segments * workersPerSegment;
  const hired: string[] = [];
  for (let index = 0; index < needed; index += 1) {
    hired.push(await registerWorker(registrar, firstNo + ((serial * needed + index) % places)));
  }
  const lists = Array.from({ length: segments }, (_, n) =>
    hired.slice(n * workersPerSegment, (n + 1) * workersPerSegment),
  );
  for (const [personRef] of lists) {
    if (personRef === undefined) continue;
    await administrator
      .post('/api/accounts', {
        login: workerLoginOf(personRef),
        password: demonstrationPassword,
        title: '务工人员',
        personRef,
      })
      .catch(() => undefined); // The same worker may have been hired by an earlier run.
  }
  return lists;
}
