import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useKeys } from '@/shared/lib/keys';
import { useMay, useMe } from '@/shared/session/me';
import { FormDrawer } from '@/shared/ui/FormDrawer';
import { Light } from '@/shared/ui/Light';
import { ListPage, type Search } from '@/shared/ui/ListPage';
import { Amount } from '@/shared/ui/list/Cells';
import { groupingOf } from '@/shared/ui/list/groupingOf';
import type { Grouping, Query, Totals } from '@/shared/ui/list/types';
import { Money, StageBar } from '@/shared/ui/Show';
import { useFormParam } from '@/shared/ui/useFormParam';
import { useProjectBatch } from './batch';
import { useProjectColumns } from './columns';
import { useProjectFilters } from './filters';
import { useProjectFields, useSaveProject } from './form';
import { LedgerPaper } from './LedgerPaper';
import { useReadyViews } from './readyViews';
import { useShapes } from './shapes';

// Read when a row is first opened.
const Preview = lazy(() => import('./Preview'));

type Item = Schemas['ProjectItem'];

const blank = { leader_ids: [], clients: [] };

/** Projects is 招商项目库 in one of its shapes: one filter, whichever way it is shown. */
export function Projects({ shape }: { shape: string }) {
  const { t } = useTranslation('project');
  const may = useMay();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [asked, answered] = useFormParam('new');
  useEffect(() => setOpen((now) => now || asked), [asked]);
  const fields = useProjectFields();
  const saveProject = useSaveProject();
  const batch = useProjectBatch();
  const write = may('project.write');
  useKeys(write ? { c: () => setOpen(true) } : {});
  const unknown = (n: number) => t('list:unknownSum', { n });
  return (
    <>
      <ListPage<Item>
        title={t(shape === 'board' ? 'nav:board' : 'nav:projects')}
        queryKey="projects"
        exports="projects"
        views="projects"
        path="/projects"
        order="-updated_at"
        mayEdit={write}
        batch={write ? batch : undefined}
        totals={(query) => totalsOf(query, unknown)}
        rowKey={(p) => p.id}
        drawer={shape === 'table' ? (id) => <Preview id={id} /> : undefined}
        columns={useProjectColumns()}
        load={async (query) => must(await api.GET('/projects', { params: { query } }))}
        filters={useProjectFilters()}
        ready={useReadyViews()}
        groups={useProjectGroups()}
        shapes={useShapes()}
        shape={shape}
        card={(p) => <Face p={p} />}
        actions={
          <>
            <LedgerPaper search={search} />
            {may('import.run') && (
              <span className="wide-only">
                <Button
                  type="text"
                  href="/imports"
                  onClick={(e) => {
                    e.preventDefault();
                    void navigate({ to: '/imports' });
                  }}
                >
                  {t('list:import')}
                </Button>
              </span>
            )}
            {write && (
              <Button type="primary" onClick={() => setOpen(true)}>
                {t('new')}
              </Button>
            )}
          </>
        }
      />
      <FormDrawer
        title={t('new')}
        duplicates="project"
        open={open}
        onClose={() => {
          setOpen(false);
          answered();
        }}
        fields={fields}
        initial={me?.unit_id ? { ...blank, responsible_unit_id: me.unit_id } : blank}
        submit={async (v) => {
          const made = await saveProject(v);
          await client.invalidateQueries({ queryKey: ['projects'] });
          await navigate({ to: '/projects/$id', params: { id: made.id } });
        }}
      />
    </>
  );
}

async function totalsOf(query: Query, unknown: (n: number) => string): Promise<Totals> {
  const sum = must(await api.GET('/projects/totals', { params: { query } }));
  const total = (
    <span className="two">
      <Amount yuan={sum.total_investment} />
      {sum.unknown > 0 && <span className="small">{unknown(sum.unknown)}</span>}
    </span>
  );
  return { count: sum.count, cells: { total } };
}

/** useProjectGroups returns how projects can be grouped. */
function useProjectGroups(): Grouping {
  const { t } = useTranslation('project');
  const words: Record<string, (key: string) => string> = {
    stage: (key) => t(`enums:stage.${key}`),
    kind: (key) => t(`enums:kind.${key}`),
  };
  const none: Record<string, string> = {
    stage: t('board.none'),
    kind: t('without.kind'),
    host: t('without.host'),
    leader: t('without.leader'),
  };
  return groupingOf(
    [
      { key: 'stage', label: t('stage') },
      { key: 'unit', label: t('responsible') },
      { key: 'leader', label: t('leaders') },
      { key: 'host', label: t('host') },
      { key: 'kind', label: t('kind') },
    ],
    async (by, query) => must(await api.GET('/projects/groups', { params: { query: { ...query, by } } })).items,
    (by, g) => (g.key === '' ? (none[by] ?? '') : g.name || (words[by]?.(g.key) ?? g.key)),
  );
}

/** Face is a project on a phone's list. */
function Face({ p }: { p: Item }) {
  return (
    <Link to="/projects/$id" params={{ id: p.id }} className="link project-face">
      <span className="face-line">
        <b>{p.name}</b>
        <Money yuan={p.total_investment} />
      </span>
      <span className="face-line">
        <StageBar stage={p.stage} />
        {p.light && <Light colour={p.light} />}
      </span>
      <span className="small muted">{[p.responsible_unit, p.leaders].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
