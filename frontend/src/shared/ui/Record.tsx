import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Watch } from './keep/Watch';
import { type SubjectKind, Timeline } from './Timeline';

/** Record is the page of one record: head, facts at the left, what happened at the right. */
export function Record(p: {
  list: string;
  listName: string;
  title: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  facts: ReactNode;
  children?: ReactNode;
  kind: SubjectKind;
  id: string;
}) {
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <div className="sub">
            <Link to={p.list}>{p.listName}</Link>
          </div>
          <h1>{p.title}</h1>
          <div className="sub">{p.sub}</div>
        </div>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Watch kind={p.kind} id={p.id} />
          {p.actions}
        </div>
      </div>
      <div className="cols two-cols">
        <section className="facts">{p.facts}</section>
        <section>
          {p.children}
          <Timeline kind={p.kind} id={p.id} />
        </section>
      </div>
    </div>
  );
}
