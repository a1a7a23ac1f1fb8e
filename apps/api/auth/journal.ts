import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock';

export interface JournalEntry {
  person?: string;
  act: 'login' | 'logout' | 'createAccount' | 'changePassword';
  result: 'done' | 'refused' | 'locked';
  address: string;
  /** whom it concerned: a person's reference */
  about?: string;
}

/** Who came, went and changed accounts; append-only. @rule R-SEC-03 */
@Injectable()
export class Journal {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async write({ person, act, result, address, about }: JournalEntry): Promise<void> {
    await this.database.query(
      'insert into auth.journal (at, person, act, result, address, about) values ($1, $2, $3, $4, $5, $6)',
      [this.clock.iso(), person ?? null, act, result, address, about ?? null],
    );
  }
}
