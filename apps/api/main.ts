import { runProgram } from '#platform/child';
import { readConfiguration } from '#platform/configuration';
import { createApi } from './create-api';

runProgram('api', async () => {
  const administratorPassword = process.env.YIGONG_ADMIN_PASSWORD;
  const api = await createApi({
    configuration: readConfiguration(process.env),
    ...(administratorPassword && { administratorPassword }),
  });
  return { stop: () => api.stop(), detail: { address: api.address } };
});
