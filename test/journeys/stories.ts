import type { ProjectPage } from '../../libs/contracts/http/projects';
import { civilDateOf, type CivilDate } from '../../libs/domain/calendar';
import type { CommandType } from '../../libs/domain/registry';
import type { Matter } from '../../libs/domain/signoff/matter';
import type { StreamId } from '../../libs/domain/stream';
import { logIn, surveyBy } from '../../apps/standalone/demonstration/district';
import { haveList } from '../../apps/standalone/life/have-list';
import { wholeLife } from '../../apps/standalone/demonstration/stages/life';
import { allOf } from '../../apps/standalone/demonstration/act';
import type { Story } from '../../apps/standalone/demonstration/story';
import { Signing, type Led } from '../../apps/standalone/demonstration/signing';
import { Teller } from '../../apps/standalone/demonstration/teller';
import { LiveVoice } from '../../apps/standalone/life/live-voice';
import { threeStories } from '../../apps/standalone/life/stories';
import { hireWorkers, workerLoginOf } from '../../apps/standalone/life/worker-accounts';
import type { HttpClient } from '../../apps/standalone/http-client';

/** A project as far as it was told. */
export interface Told {
  id: string;
  name: string;
  /** the one of its workers who has an account */
  worker: { personRef: string; login: string };
  /** tells the act it was left before, as its people would */
  tellNext(): Promise<unknown>;
  /** everybody who is asked at a matter that was started about it agrees, until it ends, or stands as said */
  signedOff(matter: StreamId, until?: Led['until']): Promise<Matter>;
}

type Shape = 'contractor' | 'collective' | 'major';
const shapes: readonly Shape[] = ['contractor', 'collective', 'major'];

/** Projects of the life stories, told through the API as their people would, up to the act a journey begins with. */
export class Stories {
  readonly today: CivilDate = civilDateOf(new Date().toISOString());
  private voice: Promise<LiveVoice> | undefined;
  private list: Promise<void> | undefined;
  private serial = 0;
  /** told at the same time, for the time it saves */
  private readonly lanes: Promise<unknown>[] = Array.from({ length: 3 }, () => Promise.resolve());

  constructor(
    private readonly address: string,
    private readonly administrator: HttpClient,
    private readonly anchor: CivilDate,
  ) {}

  /** Tells a project of its own up to the first act of this type, which is left for the journey. Others may be told beside it. */
  upTo(type: CommandType, name: string, shape: Shape = 'contractor'): Promise<Told> {
    this.serial += 1;
    const { serial } = this;
    const lane = serial % this.lanes.length;
    const told = this.lanes[lane]!.then(() => this.tell(type, name, shape, serial));
    this.lanes[lane] = told.catch(() => undefined);
    return told;
  }

  private async tell(type: CommandType, name: string, shape: Shape, serial: number): Promise<Told> {
    const { story, worker } = await this.another(name, shape, serial);
    const acts = allOf(wholeLife(story));
    const until = acts.findIndex((act) => act.type === type);
    if (until === -1) throw new Error(`no ${type} in the story of a ${shape} project`);
    if (acts.slice(0, until).some((act) => act.type === 'listProject')) await (this.list ??= this.haveList());
    this.voice ??= LiveVoice.at(this.address);
    const voice = await this.voice;
    const teller = new Teller(voice, story.id, () => '');
    for (const act of acts.slice(0, until)) await teller.tell(act);
    await teller.heard();
    const { revision: readRevision } = await voice.reader.read<ProjectPage>(`/api/projects/${story.id}`);
    return {
      id: story.id,
      name,
      worker: { personRef: worker, login: workerLoginOf(worker) },
      tellNext: () => teller.tell(acts[until]!),
      signedOff: async (matter, stands) =>
        // Sessions of their own: those of before may have ended.
        new Signing(await LiveVoice.at(this.address)).lead({
          act: acts[until]!,
          matter,
          readRevision,
          occurredAt: '',
          ...(stands && { until: stands }),
        }),
    };
  }

  private haveList = async (): Promise<void> => haveList(await logIn(this.address, 'keeper'), this.today);

  private async another(name: string, shape: Shape, serial: number): Promise<{ story: Story; worker: string }> {
    const { address, administrator, today, anchor } = this;
    const [workers = []] = await hireWorkers(address, administrator, serial, 1);
    // One of the three is told; the fourth list is the second segment of the third.
    const lists = [workers, workers, workers, workers];
    const told = threeStories(serial, today, surveyBy(anchor, today), lists)[shapes.indexOf(shape)]!;
    return { story: { ...told, proposal: { ...told.proposal, name } }, worker: workers[0]! };
  }
}
