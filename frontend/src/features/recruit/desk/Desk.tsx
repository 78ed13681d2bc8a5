import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNarrow } from '@/shared/lib/narrow';
import { useMay } from '@/shared/session/me';
import { Failed, Loading } from '@/shared/ui/State';
import { Decisions } from './Decisions';
import { decisionQuery, leadQuery, responsibleProjectsQuery } from './data';
import { dayQuery } from './dayQuery';
import { ResponsibleProjects } from './ResponsibleProjects';
import './desk.css';
import { Greeting, Trio } from './Greeting';
import { Idle, Way } from './Leads';
import { Tasks } from './Tasks';
import { Trips } from './Trips';

/** Desk is what a person meets in the morning. Each part is read by itself, so that none waits for another. */
export default function Desk() {
  const may = useMay();
  const narrow = useNarrow();
  const day = useQuery(dayQuery);
  const decisions = useQuery(decisionQuery);
  const charge = useQuery({ ...responsibleProjectsQuery, enabled: may('project.read') });
  const leads = useQuery({ ...leadQuery, enabled: may('lead.read') });
  if (day.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (day.isError) return <Failed error={day.error} retry={() => day.refetch()} />;
  const d = day.data;
  const busy = d.overdue.length + d.due.length + d.done.length > 0;
  const mine = shown(charge, (c) => <ResponsibleProjects desk={c} />, may('project.read'));
  const waiting = shown(decisions, (g) => <Decisions groups={g} />);
  const trips = <Trips day={d} />;
  const idle = shown(leads, (l) => <Idle desk={l} />, may('lead.read'));
  if (narrow)
    return (
      <div className="page desk">
        <Greeting day={d} />
        {charge.data && <Trio desk={charge.data} />}
        {waiting}
        {trips}
        {busy && <Tasks day={d} />}
        {mine}
        {idle}
      </div>
    );
  return (
    <div className="page desk">
      <Greeting day={d} />
      <div className="desk-cols">
        <div>
          <Tasks day={d} />
          {waiting}
          {mine}
        </div>
        <aside>
          {trips}
          {idle}
          {shown(leads, (l) => l.way && <Way way={l.way} />, may('lead.read'))}
        </aside>
      </div>
    </div>
  );
}

/** shown returns a part once it is read; while it is not, its shape, and where it fails, why. */
function shown<T>(query: UseQueryResult<T>, part: (data: T) => ReactNode, asked = true): ReactNode {
  if (!asked) return null;
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />;
  return part(query.data);
}
