import { tellProgress, runProgram } from '#platform/child';
import { readConfiguration } from '#platform/configuration';
import { migrate } from '#platform/database';
import { prepareNamespace } from '#platform/temporal';
import { allMigrations } from '#activities/record/schema';

/** Runs once before api and worker, on one machine as in a cluster: schema and namespace are as this version needs them. */
runProgram('set-up', async (signal) => {
  const { databaseOwnerUrl, temporalAddress, temporalNamespace } = readConfiguration(process.env);
  if (databaseOwnerUrl === undefined) tellProgress('未给出 DATABASE_OWNER_URL，数据库结构保持原样');
  else {
    const ran = await migrate(databaseOwnerUrl, allMigrations);
    if (ran.length > 0) tellProgress(`数据库结构已更新（${ran.length} 项）`);
  }
  await prepareNamespace(temporalAddress, temporalNamespace, signal);
  return { stop: async () => {}, finished: true };
});
