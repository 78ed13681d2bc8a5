import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { ListLink } from './ListLink';

const tiers = ['A', 'B', 'C', ''] as const;
const horizons = ['near', 'far', 'follow', ''] as const;
const sizes: Record<string, Search> = {
  A: { min_investment: String(10e8) },
  B: { min_investment: String(1e8), below_investment: String(10e8) },
  C: { below_investment: String(1e8) },
};

/** Structure shows the projects that go on by horizon and size (R10, R33). */
export function Structure({ s, selection }: { s: Schemas['StructureOut']; selection: Search }) {
  const { t } = useTranslation('figures');
  const cell = (h: string, tier: string) => s.matrix.find((c) => c.horizon === h && c.tier === tier);
  return (
    <section className="section">
      <h2>{t('structure')}</h2>
      <p>
        {t('structureSum', { n: s.n })} <Money yuan={s.total} /> · {t('medianSize')} <Money yuan={s.median} />
        {Object.entries(s.levels).map(([level, n]) => (
          <span key={level}>
            {' '}
            · {t(`people:level.${level}`, { defaultValue: level })}{' '}
            <ListLink search={{ ...selection, going: 'true', key_level: level }}>{n}</ListLink>
          </span>
        ))}
      </p>
      <HorizontalScroll label={t('structure')}>
        <table className="rates">
          <thead>
            <tr>
              <th>{t('horizonBySize')}</th>
              {tiers.map((tier) => (
                <th key={tier} className="num">
                  {t(`size.${tier || 'unknown'}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {horizons.map((h) => (
              <tr key={h}>
                <td>{h ? t(`enums:horizon.${h}`) : t('notSaid')}</td>
                {tiers.map((tier) => {
                  const c = cell(h, tier);
                  return (
                    <td key={tier} className="num">
                      {!c && '—'}
                      {c && h && tier && (
                        <ListLink search={{ ...selection, going: 'true', horizon: h, ...sizes[tier] }}>{c.count}</ListLink>
                      )}
                      {c && !(h && tier) && c.count}
                      {c && c.amount > 0 && (
                        <div className="small muted">
                          <Money yuan={c.amount} />
                        </div>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </HorizontalScroll>
    </section>
  );
}
