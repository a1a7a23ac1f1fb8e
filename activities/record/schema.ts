import { logMigrations } from '#event-log/migrations';
import { accountMigrations } from '#persons/account-migrations';
import { deskMigrations } from '#persons/desk-migrations';
import { fileMigrations } from '#persons/file-migrations';
import { personMigrations } from '#persons/migrations';
import { projectionMigrations } from '#projections/migrations';

/** Every migration of the system; TypeORM runs them by the number in their names. */
export const allMigrations = [
  ...logMigrations,
  ...projectionMigrations,
  ...personMigrations,
  ...accountMigrations,
  ...deskMigrations,
  ...fileMigrations,
];
