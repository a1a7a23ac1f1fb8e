import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { errorCode } from './error-code';

const { IndexedValueType } = temporal.api.enums.v1;

/** What running workflows can be searched by; registered in the namespace before anything starts. */
export const searchAttributes = {
  ProjectId: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  District: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Stage: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  DueAt: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;

/** Closed runs stay readable for 90 days; the archive of a closed run lives elsewhere. */
const retentionSeconds = 90 * 24 * 60 * 60;
const notFound = 5;
const alreadyExists = 6;

/** A client that connects at its first call, so that a program starts though Temporal is still coming up. */
export function temporalClient(address: string, namespace: string): Client {
  return new Client({ connection: Connection.lazy({ address, connectTimeout: '5s' }), namespace });
}

/**
 * Makes the namespace with its retention and search attributes; repeating it changes nothing.
 * @param signal ends the waiting for a server that does not answer
 */
export async function prepareNamespace(address: string, namespace: string, signal?: AbortSignal): Promise<void> {
  const connection = Connection.lazy({ address, connectTimeout: '2s' });
  try {
    await eventually(() => ensureNamespace(connection, namespace), signal);
    await eventually(() => ensureSearchAttributes(connection, namespace), signal);
  } finally {
    await connection.close();
  }
}

async function ensureNamespace({ workflowService }: Connection, namespace: string): Promise<void> {
  const workflowExecutionRetentionTtl = { seconds: longOf(retentionSeconds) };
  try {
    const { config } = await workflowService.describeNamespace({ namespace });
    const kept = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
    if (kept < retentionSeconds) {
      await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
    }
  } catch (error) {
    if (errorCode(error) !== notFound) throw error;
    await workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: workflowExecutionRetentionTtl })
      .catch(unlessAlreadyThere);
  }
}

async function ensureSearchAttributes({ operatorService }: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const wanted = Object.entries(searchAttributes).filter(([name]) => customAttributes[name] === undefined);
  if (wanted.length === 0) return;
  await operatorService
    .addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(wanted) })
    .catch(unlessAlreadyThere);
}

/** A namespace just registered is seen by the other parts of the server only some seconds later. */
async function eventually(act: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (signal?.aborted || Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function unlessAlreadyThere(error: unknown): void {
  if (errorCode(error) !== alreadyExists) throw error;
}

function longOf(value: number) {
  return temporal.api.namespace.v1.NamespaceConfig.fromObject({
    workflowExecutionRetentionTtl: { seconds: value },
  }).workflowExecutionRetentionTtl!.seconds!;
}
