import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EvaluationPage } from '#contracts/http/reads';
import { evaluationStream } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Names } from './names';

type Told = Partial<Omit<EvaluationPage, 'scope' | 'year' | 'projects'>> & {
  projects?: readonly { projectId: string; figures: EvaluationPage['projects'][number]['figures'] }[];
};

/** A year's evaluation as its stream tells it; nothing is computed here. */
@Injectable()
export class EvaluationsReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly names: Names,
  ) {}

  async page(scope: string, year: number): Promise<EvaluationPage> {
    const state = await this.log.state(this.database.manager, evaluationStream(scope, year));
    const { status, frozen, digest, progress, district, projects = [], runs } = state.subject as Told;
    const names = await this.names.projects(projects.map(({ projectId }) => projectId));
    return {
      scope,
      year,
      status: status ?? 'none',
      frozen: frozen ?? null,
      digest: digest ?? null,
      progress: progress ?? null,
      district: district ?? null,
      projects: projects.map(({ projectId, figures }) => ({ projectId, name: names[projectId] ?? projectId, figures })),
      runs: runs ?? [],
    };
  }
}
