import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Compose } from './record/Compose';
import type { VisitLinks } from './record/ComposeVisit';
import { Neighbours } from './record/Neighbours';
import { type BoundSheet, SheetProvider } from './record/sheet';
import { pages } from './record/subject';
import { Timeline } from './record/Timeline';
import { Watch } from './recordActions/Watch';
import './record/record.css';

/** Record is the page of one record: head, facts at the left that are changed in place, what happened at the right. */
export function Record(p: {
  sheet: BoundSheet;
  listName: string;
  title: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  facts: ReactNode;
  children?: ReactNode;
  /** about lets a visit be recorded from here. */
  about?: VisitLinks;
}) {
  const { kind, id } = p.sheet;
  return (
    <SheetProvider value={p.sheet}>
      <div className="page">
        <div className="crumbs">
          <span className="grow">
            <Link to={pages[kind]}>{p.listName}</Link>
          </span>
          <Neighbours key={id} kind={kind} id={id} />
        </div>
        <div className="page-head">
          <div>
            <h1>{p.title}</h1>
            <div className="sub">{p.sub}</div>
          </div>
          <div className="actions">
            <Watch kind={kind} id={id} />
            {p.actions}
          </div>
        </div>
        <div className="cols two-cols">
          <section className="facts">{p.facts}</section>
          <section>
            {p.children}
            <Compose kind={kind} id={id} about={p.about} may={p.sheet.may} />
            <Timeline kind={kind} id={id} />
          </section>
        </div>
      </div>
    </SheetProvider>
  );
}
