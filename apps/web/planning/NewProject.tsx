import { useState } from 'react';
import { Link } from 'react-router';
import type { StreamId } from '#domain/stream';
import { ActForm } from '../forms/ActForm';
import { newId } from '../http/ids';

const slot = 'yigong.newProject';

/** The id of the project being proposed: kept over a reload, so that the draft is found again and nothing is proposed twice. */
function openId(): string {
  const kept = sessionStorage.getItem(slot);
  if (kept !== null) return kept;
  const id = newId();
  sessionStorage.setItem(slot, id);
  return id;
}

export function NewProject() {
  const [id] = useState(openId);
  const stream: StreamId = `project/${id}`;
  return (
    <section className="act-page">
      <p>
        <Link to="/projects">‹ 项目</Link>
      </p>
      <h1>提出项目</h1>
      <ActForm
        stream={stream}
        type="proposeProject"
        project={null}
        substantive={null}
        onDone={() => sessionStorage.removeItem(slot)}
        after={
          <p className="acts">
            <Link to={`/projects/${id}/overview`}>打开项目</Link>
          </p>
        }
      />
    </section>
  );
}
