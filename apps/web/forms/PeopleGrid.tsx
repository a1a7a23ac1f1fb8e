import { Button } from 'antd';
import type { PersonRow } from '#contracts/http/projects';
import { fieldLabel } from '#labels/zh/fields';
import { lackingLabel } from '#labels/zh/rules';
import { usePeople } from '../http/queries';
import { Empty, Loaded } from '../parts/States';
import { segmentBeside, useForm, valueAt } from './context';
import { Control } from './Control';
import type { FieldProps } from './field-props';
import { Fault, Group } from './Group';
import { HoursControl } from './HoursControl';
import { initialOf, type FieldSpec } from './spec';
import { fieldId, groupOf, join, type Path } from './values';

type Item = Record<string, unknown>;

/** One line per worker of the segment: those who take part are ticked, and their fields filled across. */
export function PeopleGrid({ path, name, spec, label }: FieldProps) {
  const form = useForm();
  const segment = segmentBeside(form, path);
  const people = usePeople(form.project?.id ?? null, segment);
  if (spec.kind !== 'array' || spec.item.kind !== 'object') return null;
  const { item } = spec;
  const columns = item.kind === 'object' ? item.fields.filter((field) => field.name !== 'personRef') : [];
  const value = valueAt(form, path);
  const items: readonly Item[] = Array.isArray(value) ? (value as Item[]) : [];
  const begin = (person: PersonRow): Item => ({
    ...(initialOf(item) as Item),
    ...usual(columns),
    ...fromRoster(person, columns),
  });
  const put = (next: readonly Item[]) => form.set(path, next.length === 0 ? undefined : next);
  const toggle = (person: PersonRow, on: boolean) =>
    put(on ? [...items, begin(person)] : items.filter(({ personRef }) => personRef !== person.personRef));
  const copyFirst = () => {
    const [first, ...rest] = items;
    if (first)
      put([
        first,
        ...rest.map(({ personRef, postId }) => ({ ...first, personRef, ...(postId !== undefined && { postId }) })),
      ]);
  };
  return (
    <Group path={path} name={name} {...(label && { label })}>
      {form.project === null ? null : (
        <Loaded of={people}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty>名册中还没有人。先登记务工人员。</Empty>
            ) : (
              <>
                <p className="acts">
                  <Button
                    onClick={() =>
                      put(rows.map((row) => items.find(({ personRef }) => personRef === row.personRef) ?? begin(row)))
                    }
                  >
                    全选
                  </Button>
                  <Button onClick={() => put([])}>全不选</Button>
                  {columns.length > 0 && items.length > 1 && <Button onClick={copyFirst}>各行照第一行填写</Button>}
                  <span className="quiet" role="status">
                    已选 {items.length} / {rows.length} 人
                  </span>
                </p>
                <div className="table-frame">
                  <table className="data-table grid-input">
                    <thead>
                      <tr>
                        <th scope="col">务工人员</th>
                        {columns.map((column) => (
                          <th key={column.name} scope="col">
                            {heading(column, path)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((person) => (
                        <Line
                          key={person.personRef + person.postId}
                          person={person}
                          index={items.findIndex(({ personRef }) => personRef === person.personRef)}
                          path={path}
                          columns={columns}
                          toggle={(on) => toggle(person, on)}
                        />
                      ))}
                    </tbody>
                  </table>
                </div>
              </>
            )
          }
        </Loaded>
      )}
    </Group>
  );
}

function Line({
  person,
  index,
  path,
  columns,
  toggle,
}: {
  person: PersonRow;
  index: number;
  path: string;
  columns: readonly FieldSpec[];
  toggle: (on: boolean) => void;
}) {
  const id = fieldId(join(path, `person-${person.personRef}`));
  return (
    <tr>
      <th scope="row">
        <span className="check">
          <input id={id} type="checkbox" checked={index >= 0} onChange={(event) => toggle(event.target.checked)} />
          <label htmlFor={id}>
            {person.name} <span className="quiet">{`${person.idNumber.slice(-4)} ${person.postTitle}`}</span>
            {person.unmet.length > 0 && (
              <span className="lamp-soon"> 缺 {person.unmet.map(lackingLabel).join('、')}</span>
            )}
          </label>
        </span>
      </th>
      {columns.map((column) => (
        <td key={column.name} data-label={index >= 0 ? heading(column, path) : undefined}>
          {index >= 0 && <Cell person={person} path={join(path, index)} column={column} />}
        </td>
      ))}
    </tr>
  );
}

function Cell({
  person,
  path,
  column: { name, spec, required },
}: {
  person: PersonRow;
  path: string;
  column: FieldSpec;
}) {
  const props: FieldProps = { path: join(path, name), name, spec, required };
  return (
    <>
      <label className="visually-hidden" htmlFor={fieldId(props.path)}>
        {`${person.name} ${heading({ name, spec, required }, path)}`}
      </label>
      {name === 'minutes' ? <HoursControl {...props} /> : <Control {...props} />}
      <Fault path={props.path} />
    </>
  );
}

const heading = ({ name, spec }: FieldSpec, list: Path): string => {
  if (name === 'minutes') return '工时';
  return `${fieldLabel(name, groupOf(join(list, name)))}${spec.widget === 'fen' ? '（元）' : ''}`;
};

/** An ordinary day, to be changed where it was not one; passed and signed are the usual outcome of a course. */
const ordinary: Item = { cameAt: '08:00', leftAt: '17:00', minutes: 480, passed: true, signed: true };
const usual = (columns: readonly FieldSpec[]): Item =>
  Object.fromEntries(columns.filter(({ name }) => name in ordinary).map(({ name }) => [name, ordinary[name]]));

/** What the roster knows already. */
const fromRoster = ({ personRef, postId, engagement }: PersonRow, columns: readonly FieldSpec[]): Item => {
  const known: Item = { postId, engagement };
  return {
    ...Object.fromEntries(columns.filter(({ name }) => name in known).map(({ name }) => [name, known[name]])),
    personRef,
  };
};
