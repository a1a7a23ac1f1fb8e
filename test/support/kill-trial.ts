import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { changesChannel } from '../../activities/record/outbox';
import { kill, type Target } from '../../apps/standalone/drill-kill/targets';
import { readSettings } from '../../apps/standalone/home';
import { databaseUrls } from '../../apps/standalone/postgres';
import type { HttpClient } from '../../apps/standalone/trial/http-client';
import { Ledger } from '../../apps/standalone/trial/ledger';
import { startTrialSystem, type TrialSystem } from '../../apps/standalone/trial/trial-system';
import type { StreamId } from '../../libs/domain/stream';

/** The trial's route of a kind of matter: the district government's leader alone signs. */
export const oneSignature = (kind: string) => ({
  kind,
  steps: [
    {
      id: 'decide',
      name: '区政府审定',
      mode: { way: 'all' },
      signers: [{ by: 'relation', relation: 'districtGovernment', post: 'leaderInCharge' }],
    },
  ],
  flow: 'decide',
  from: '2026-01-01',
  source: '停电演练',
});

/** A system of its own whose parts are killed, and its database seen from beside it as the schema's owner. */
export class KillTrial {
  system!: TrialSystem;
  ledger!: Ledger;
  /** holds locks that others wait for */
  owner!: Client;
  /** parts that are down, as the supervisor says it */
  private readonly down = new Set<string>();
  private readonly supervisor = new EventEmitter();

  private constructor() {}

  static async start(): Promise<KillTrial> {
    const trial = new KillTrial();
    trial.system = await startTrialSystem({ YIGONG_DEATHS_BORNE: '1000' }, (line) => trial.hear(line));
    trial.ledger = await Ledger.open(trial.system.databaseUrl);
    await trial.reconnected();
    return trial;
  }

  async stop(): Promise<void> {
    await this.owner?.end().catch(() => undefined);
    await this.ledger?.close();
    await this.system.stop();
  }

  /** Another connection like `owner`. */
  async connected(): Promise<Client> {
    const { owner: connectionString } = databaseUrls(
      Number(new URL(this.system.databaseUrl).port),
      readSettings(this.system.home)!.secrets,
    );
    const client = new Client({ connectionString });
    client.on('error', () => undefined); // It is killed with the server.
    await client.connect();
    return client;
  }

  async reconnected(): Promise<void> {
    await this.owner?.end().catch(() => undefined);
    this.owner = await this.connected();
    await this.owner.query(`listen ${changesChannel}`);
  }

  private hear(line: string): void {
    const [, part, word] = /(\S+) (意外退出|已恢复)/.exec(line) ?? [];
    if (word === '意外退出') this.down.add(part!);
    if (word === '已恢复') this.down.delete(part!);
    this.supervisor.emit('said');
  }

  private async allUp(): Promise<void> {
    while (this.down.size > 0) await once(this.supervisor, 'said');
  }

  /** Killed, and up again with all that fell with it. */
  async struck(target: Target): Promise<void> {
    await this.allUp();
    this.down.add(target);
    if (!kill(target, this.system.pid)) throw new Error(`${target} was not there to be killed`);
    await this.allUp();
  }

  /** Waits until somebody waits for a lock that is held. */
  async heldUp(): Promise<void> {
    while ((await this.owner.query('select from pg_locks where not granted limit 1')).rowCount === 0);
  }

  /** The next thing recorded in a stream. */
  recorded(stream: StreamId): Promise<void> {
    return new Promise((resolve) => {
      this.owner.on('notification', ({ payload }) => {
        if ((JSON.parse(payload!) as { stream: string }).stream === stream) resolve();
      });
    });
  }

  /** A signature, sent with one key until it is decided, as somebody does whose page lost the connection. */
  async signed(signer: HttpClient, matter: string, data: object): Promise<void> {
    const key = randomUUID();
    for (;;) {
      const answer = await signer
        .command(`/api/signoffs/${matter}/commands/giveDecision`, { decision: 'agree', opinion: null, ...data }, key)
        .catch(() => undefined);
      if (answer?.status === 200) return;
      if (answer && [400, 403, 404, 409, 422].includes(answer.status)) throw new Error(JSON.stringify(answer.body));
      await this.allUp();
    }
  }

  async countOf(type: string, stream: StreamId): Promise<number> {
    return (await this.ledger.eventsOf(stream)).filter((event) => event.type === type).length;
  }

  /** Events of a matter's end and of its effect, seen in one look. */
  async endAndEffect(matter: string, subject: StreamId, effect: string): Promise<{ ends: number; effects: number }> {
    const { rows } = await this.owner.query<{ ends: string; effects: string }>(
      `select count(*) filter (where type = 'MatterEnded') as ends, count(*) filter (where type = $2) as effects
         from log.event where stream_id = any($1)`,
      [[subject, `signoff/${matter}`], effect],
    );
    return { ends: Number(rows[0]!.ends), effects: Number(rows[0]!.effects) };
  }
}
