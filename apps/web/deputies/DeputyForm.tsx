import { useState } from 'react';
import type { HeldPost } from '#contracts/http/session';
import { isDelegable } from '#domain/organization/delegation';
import type { PostKind } from '#domain/organization/roles';
import type { CommandType } from '#domain/registry';
import { organizationStream, type StreamId } from '#domain/stream';
import { CommandForm } from '../forms/CommandForm';
import { Fields } from '../forms/Fields';
import { specOf } from '../forms/spec';
import { useMe } from '../shell/session';

type Act = Extract<CommandType, 'delegatePost' | 'endDelegation' | 'recordAbsence' | 'endAbsence'>;

/** What a person fills in of each; the post is chosen above, the rest comes with the row. */
const asked: Record<Act, readonly string[]> = {
  delegatePost: ['deputy', 'from', 'to', 'matterKinds', 'limitFen'],
  recordAbsence: ['from', 'to'],
  endDelegation: [],
  endAbsence: [],
};

export const isDelegablePost = ({ postKind }: HeldPost): boolean => isDelegable(postKind as PostKind);

/** A command about one's own windows, from one of one's posts. */
export function DeputyForm({
  type,
  stream,
  preset,
  words,
  done,
}: {
  type: Act;
  stream?: StreamId;
  preset?: Readonly<Record<string, unknown>>;
  words?: string;
  done: () => void;
}) {
  const posts = useMe().posts.filter(isDelegablePost);
  const [key, setKey] = useState(posts[0]?.key ?? '');
  const post = posts.find((one) => one.key === key);
  const place = stream ?? (post && organizationStream(post.body));
  if (!place) return null;
  const given = preset ?? (type === 'delegatePost' ? { postId: post!.post } : {});
  return (
    <div className="deputy-form">
      {!stream && posts.length > 1 && (
        <div className="field">
          <label htmlFor="deputy-post">以哪个岗位</label>
          <select id="deputy-post" value={key} onChange={(event) => setKey(event.target.value)}>
            {posts.map((one) => (
              <option key={one.key} value={one.key}>
                {one.bodyName} {one.postName}
              </option>
            ))}
          </select>
        </div>
      )}
      <CommandForm
        key={`${place}${key}${JSON.stringify(given)}`}
        stream={place}
        type={type}
        project={null}
        substantive={null}
        preset={given}
        after={
          <button type="button" className="link" onClick={done}>
            知道了
          </button>
        }
      >
        {words && <p>{words}</p>}
        {type === 'delegatePost' && <p className="quiet">不选事项、不填金额的，全部事项都由代办人办理。</p>}
        <Fields path="" spec={specOf(type)} only={asked[type]} />
      </CommandForm>
    </div>
  );
}
