import { randomUUID } from 'node:crypto';
import type { Recorder } from '../../activities/record/recorder';
import { systemActor, type Actor } from '../../libs/domain/actor';
import type { Command } from '../../libs/domain/command';
import type { CommandData, CommandType } from '../../libs/domain/registry';
import { organizationStream, type StreamId } from '../../libs/domain/stream';

/** A small district with an office of each kind and one person in each: enough for a project's life. */
export const offices = [
  ['yq-gov', '演示区人民政府', 'districtGovernment', '演政发'],
  ['yq-drc', '演示区发展和改革委员会', 'developmentReform', '演发改'],
  ['yq-ara', '演示区农业农村局', 'agriculture', '演农发'],
  ['yq-fin', '演示区财政局', 'finance', '演财'],
  ['yq-hrss', '演示区人力资源和社会保障局', 'humanResources', '演人社'],
  ['yq-water', '演示区水务局', 'water', '演水'],
  ['sihai-town', '演示镇人民政府', 'township', '演镇发'],
  ['jingxi-build', '演示建设公司', 'enterprise', null],
  ['liangjia-coop', '演示村股份经济合作社', 'villageCollective', null],
] as const;

export const actorOf = (body: string, post = 'handler'): Actor => ({ person: `person-${body}-${post}`, body, post });

const postIdOf = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const commandOf = <T extends CommandType>(
  stream: StreamId,
  type: T,
  data: CommandData<T>,
  actor: Actor,
  more: Partial<Command> = {},
): Command => ({ id: randomUUID(), stream, type, data, at: new Date().toISOString(), actor, ...more });

/** Sets up the district through the recorder, as a system administrator would. */
export async function foundDistrict(recorder: Recorder): Promise<void> {
  const did = async (command: Command): Promise<void> => {
    const { refused } = await recorder.recordCommand(command);
    if (refused) throw new Error(`${command.type} refused: ${JSON.stringify(refused)}`);
  };
  for (const [id, name, kind, seriesCode] of offices) {
    const stream = organizationStream(id);
    await did(
      commandOf(
        stream,
        'registerBody',
        { kind, name, district: '110119', seriesCode, registration: null },
        systemActor,
      ),
    );
    const employer = kind === 'enterprise' || kind === 'villageCollective';
    const posts = employer
      ? (['handler', 'laborPayOfficer', 'technicalManager'] as const)
      : (['handler', 'leaderInCharge'] as const);
    for (const kindOfPost of posts) {
      const postId = postIdOf(kindOfPost);
      await did(commandOf(stream, 'createPost', { postId, name: kindOfPost, kind: kindOfPost }, systemActor));
      await did(
        commandOf(
          stream,
          'appointHolder',
          { postId, person: `person-${id}-${postId}`, from: '2023-01-01', to: null },
          systemActor,
        ),
      );
    }
  }
  const government = organizationStream('yq-gov');
  const leader = actorOf('yq-gov', 'leader-in-charge');
  await did(
    commandOf(
      government,
      'nameLeader',
      { post: 'leader-in-charge', agendaMeetingOn: '2026-01-12', minutesNumber: '演政会〔2026〕1号' },
      leader,
    ),
  );
  await did(
    commandOf(
      government,
      'establishMechanism',
      { responsibleBody: 'yq-drc', description: '区发展改革委统筹，按月会商' },
      leader,
    ),
  );
}
