import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session/me';
import { Failed, Loading } from '@/shared/ui/State';
import type { Block, Part } from '../../../guides';
import { names, open, type Told } from './guides';
import '@/shared/ui/switch.css';
import './guide.css';

const leaders = ['county_leader', 'principal_leader', 'inspector'];
const administrators = ['office_admin', 'system_admin', 'security_admin', 'audit_admin'];

/** GuidePage is the help inside the product: the guide for one's own role first. */
export default function GuidePage() {
  const { t, i18n } = useTranslation('help');
  const me = useMe();
  const { hash } = useLocation();
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const own = me?.roles.some((r) => administrators.includes(r))
    ? 'administrators'
    : me?.roles.some((r) => leaders.includes(r))
      ? 'leaders'
      : 'officers';
  const name = names.find((n) => n === search.guide) ?? own;
  const told = useQuery({
    queryKey: ['guide', name, i18n.language],
    queryFn: () => open(name, i18n.language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (told.data && hash) document.getElementById(hash)?.scrollIntoView();
  }, [told.data, hash]);
  if (told.isPending) return <Loading />;
  if (told.isError) return <Failed error={told.error} retry={() => told.refetch()} />;
  const { guide, pictures } = told.data;
  const heads = guide.blocks.flatMap((b) => (b.kind === 'heading' && b.level === 2 ? [b] : []));
  return (
    <div className="page guide">
      <nav className="switch" aria-label={t('guides')}>
        {names.map((n) => (
          <Link
            key={n}
            to="/help"
            search={{ guide: n }}
            className={n === name ? 'active' : ''}
            aria-current={n === name ? 'page' : undefined}
          >
            {t(`for.${n}`)}
          </Link>
        ))}
      </nav>
      <h1>{guide.title}</h1>
      <div className="guide-body">
        <nav className="guide-toc" aria-label={t('contents')}>
          {heads.map((h) => (
            <a key={h.id} href={`#${h.id}`}>
              {h.text}
            </a>
          ))}
        </nav>
        <article>
          {guide.blocks.map((b, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a guide is read, never reordered
            <One key={i} block={b} pictures={pictures} />
          ))}
        </article>
      </div>
    </div>
  );
}

function One({ block, pictures }: { block: Block; pictures: Told['pictures'] }) {
  switch (block.kind) {
    case 'heading': {
      const H = block.level === 2 ? 'h2' : 'h3';
      return <H id={block.id || undefined}>{block.text}</H>;
    }
    case 'picture':
      return (
        <figure>
          <img {...pictures[block.name]} alt={block.alt} loading="lazy" />
          <figcaption>{block.alt}</figcaption>
        </figure>
      );
    case 'list': {
      const L = block.ordered ? 'ol' : 'ul';
      return (
        <L>
          {block.items.map((item) => (
            <li key={said(item)}>
              <Words of={item} />
            </li>
          ))}
        </L>
      );
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((c) => (
                <th key={said(c)}>
                  <Words of={c} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((r) => (
              <tr key={r.map(said).join()}>
                {r.map((c) => (
                  <td key={said(c)}>
                    <Words of={c} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return (
        <p>
          <Words of={block.parts} />
        </p>
      );
  }
}

const said = (parts: Part[]) => parts.map((p) => p.text).join('');

function Words({ of }: { of: Part[] }) {
  return of.map((p, i) => {
    const key = `${i}${p.text}`;
    if (p.strong) return <b key={key}>{p.text}</b>;
    if (p.code) return <kbd key={key}>{p.text}</kbd>;
    const other = p.to && /^(\w+)\.[\w-]+\.md(?:#([\w-]+))?$/.exec(p.to);
    if (other)
      return (
        <Link key={key} to="/help" search={{ guide: other[1] }} hash={other[2]}>
          {p.text}
        </Link>
      );
    return p.to ? (
      <a key={key} href={p.to}>
        {p.text}
      </a>
    ) : (
      p.text
    );
  });
}
