import { NativeConnection, Runtime } from '@temporalio/worker';

/**
 * The worker's connection; apart from the client's, since importing it loads the SDK's native part.
 * Installs the SDK's runtime without signal handlers: the program alone decides when to stop.
 */
export async function connectWorker(address: string): Promise<NativeConnection> {
  Runtime.install({ shutdownSignals: [] });
  return NativeConnection.connect({ address });
}
