import { Controller, Get, Header, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { SeriesPage } from '#contracts/http/series';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { csvOf } from './series-csv';
import { SeriesReader, seriesQuery } from './series.reader';

type Query_ = z.infer<typeof seriesQuery>;

@Controller('series')
export class SeriesController {
  constructor(private readonly series: SeriesReader) {}

  @Get()
  page(@Query({ schema: seriesQuery }) query: Query_, @Who() session: Session): Promise<SeriesPage> {
    return this.series.page(session, query);
  }

  /** The same list whole, for a spreadsheet. */
  @Get('csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="series.csv"')
  @Header('cache-control', 'private, no-store')
  async csv(@Query({ schema: seriesQuery }) query: Query_, @Who() session: Session): Promise<string> {
    return csvOf((await this.series.read(session, query)).items);
  }
}
