import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { useKeys } from '@/shared/lib/keys';
import { useAsked } from '@/shared/ui/asked';
import { FormDrawer } from '@/shared/ui/FormDrawer';
import { type Column, ListPage, type Search } from '@/shared/ui/ListPage';
import { Day, Money, StageBar } from '@/shared/ui/Show';
import { useProjectBatch } from './batch';
import { useProjectFilters } from './filters';
import { projectValues, saveProject, useProjectFields } from './form';
import { LedgerPaper } from './LedgerPaper';
import { Peek } from './Peek';
import { Views } from './Views';

type Item = Schemas['ProjectItem'];

const blank = projectValues();

export default function Projects() {
  const { t } = useTranslation('project');
  const filters = useProjectFilters();
  const may = useMay();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  const [open, setOpen] = useState(false);
  const [asked, answered] = useAsked('new');
  useEffect(() => setOpen((now) => now || asked), [asked]);
  const fields = useProjectFields();
  const batch = useProjectBatch();
  useKeys(may('project.write') ? { c: () => setOpen(true) } : {});
  const columns: Column<Item>[] = [
    {
      title: t('name'),
      key: 'name',
      sort: 'name',
      width: 270,
      fixed: 'start',
      render: (p) => (
        <span className="two">
          <Link to="/projects/$id" params={{ id: p.id }} className="link">
            {p.name}
          </Link>
          <span className="small">{p.code}</span>
        </span>
      ),
    },
    { title: t('kind'), key: 'kind', width: 90, render: (p) => (p.kind ? t(`enums:kind.${p.kind}`) : '—') },
    {
      title: t('total'),
      key: 'total',
      sort: 'total_investment',
      width: 130,
      align: 'end',
      render: (p) => <Money yuan={p.total_investment} />,
    },
    { title: t('stage'), key: 'stage', sort: 'stage', width: 130, render: (p) => <StageBar stage={p.stage} /> },
    { title: t('status'), key: 'status', width: 90, render: (p) => t(`enums:status.${p.status}`) },
    { title: t('leaders'), key: 'leaders', width: 120, render: (p) => p.leaders || '—' },
    { title: t('responsible'), key: 'unit', width: 130, render: (p) => p.responsible_unit },
    { title: t('host'), key: 'host', width: 110, render: (p) => p.host_unit || '—' },
    { title: t('client'), key: 'client', width: 200, render: (p) => p.client_name || '—' },
    { title: t('signed'), key: 'signed', sort: 'signed_on', width: 110, render: (p) => <Day date={p.signed_on} /> },
    {
      title: t('completeness'),
      key: 'completeness',
      sort: 'completeness',
      width: 100,
      align: 'end',
      render: (p) => <span className="money">{p.completeness}</span>,
    },
  ];
  return (
    <>
      <ListPage<Item>
        title={t('nav:projects')}
        queryKey="projects"
        exports="projects"
        views="projects"
        path="/projects"
        mayEdit={may('project.write')}
        batch={may('project.write') ? batch : undefined}
        totals={async (query) => {
          const sum = must(await api.GET('/projects/totals', { params: { query } }));
          return {
            count: sum.count,
            cells: {
              total: (
                <span className="two">
                  <Money yuan={sum.total_investment} />
                  {sum.unknown > 0 && <span className="small">{t('list:unknownSum', { n: sum.unknown })}</span>}
                </span>
              ),
            },
          };
        }}
        rowKey={(p) => p.id}
        drawer={(id) => <Peek id={id} />}
        columns={columns}
        load={async (query) => must(await api.GET('/projects', { params: { query } }))}
        filters={filters}
        card={(p) => (
          <Link to="/projects/$id" params={{ id: p.id }} className="link">
            <span style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
              <b>{p.name}</b>
              <Money yuan={p.total_investment} />
            </span>
            <StageBar stage={p.stage} />
            <div className="small muted">
              {p.responsible_unit} · {p.leaders}
            </div>
          </Link>
        )}
        actions={
          <>
            <LedgerPaper search={search} />
            <Views search={search} />
            {may('project.write') && (
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
