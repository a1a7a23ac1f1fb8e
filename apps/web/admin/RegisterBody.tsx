import { useState } from 'react';
import { useNavigate } from 'react-router';
import { organizationStream } from '#domain/stream';
import { actPath } from '../forms/act-path';

/** A new body begins with its id, which never changes; its form follows. */
export function RegisterBody() {
  const go = useNavigate();
  const [id, setId] = useState('');
  const valid = /^[a-z0-9][a-z0-9-]{1,63}$/.test(id);
  return (
    <form
      className="filters"
      aria-label="登记机构"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) void go(actPath(organizationStream(id), 'registerBody'));
      }}
    >
      <label>
        新机构编号{' '}
        <input
          className="native"
          value={id}
          onChange={(event) => setId(event.target.value)}
          placeholder="小写字母、数字、短横线"
          aria-invalid={id !== '' && !valid}
        />
      </label>
      <button type="submit" disabled={!valid}>
        登记机构
      </button>
    </form>
  );
}
