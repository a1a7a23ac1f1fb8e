import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MoneySummary } from '#contracts/http/projects';
import { floorBpOf, leastPayFen } from '#domain/approval/pay-floor';
import { sumFen } from '#domain/money';
import type { Project } from '#domain/project';
import type { ParameterValues } from '#domain/rulebook/parameters';

/** A project's money in the numbers people ask for first. */
@Injectable()
export class MoneyReader {
  constructor(private readonly database: DataSource) {}

  /** @param at ISO instant up to which sheets and payments count */
  async summary({ id, planning }: Project, at: string, parameters: ParameterValues): Promise<MoneySummary> {
    const [sums] = await this.database.query<{ gross: string; received: string }[]>(
      `with period as (select stream_id from read.period where project_id = $1),
            known as (select event.stream_id, event.version from log.event event join period using (stream_id) where event.occurred_at <= $2)
       select (select coalesce(sum(gross_fen), 0) from (
                 select distinct on (line.stream_id, line.person_ref) line.gross_fen
                   from rows.wage_line line join known using (stream_id, version)
                  order by line.stream_id, line.person_ref, line.edition desc, line.version desc) standing) as gross,
              (select coalesce(sum(amount_fen), 0) from rows.wage_act act join known using (stream_id, version)
                where act.act = 'received') as received`,
      [id, at],
    );
    const lines = planning?.fundLines ?? [];
    return {
      fundFen: sumFen(lines.map(({ amountFen }) => amountFen)),
      plannedPayFen: planning?.plannedLaborPayFen ?? 0,
      grossFen: Number(sums!.gross),
      receivedFen: Number(sums!.received),
      floorFen: floorOf(lines, parameters),
      floorsBp: Object.fromEntries(lines.map((line) => [line.id, floorBpOf(line, parameters)])),
    };
  }
}

/** The least labor pay that the fund lines ask for; null where none of them sets a floor. @rule R-FUND-12 */
function floorOf(lines: NonNullable<Project['planning']>['fundLines'], parameters: ParameterValues): number | null {
  const floors = lines.map((line) => leastPayFen(line, parameters)).filter((leastFen) => leastFen > 0);
  return floors.length === 0 ? null : sumFen(floors);
}
