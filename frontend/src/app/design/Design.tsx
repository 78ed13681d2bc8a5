import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { densities, themes, useAppearance } from '@/shared/theme';
import { Controls } from './Controls';
import './design.css';
import { States } from './States';
import { Trade } from './Trade';
import { today } from './today';

// Nobody is signed in here: what components ask of the server is answered beforehand.
const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } });
client.setQueryData(['me'], { today, rights: [], roles: [], posts: [] });

/** Design is every shared component in every state, for the eyes of those who build the product: ?theme=dark&density=compact. */
export default function Design() {
  const { t } = useTranslation();
  const appearance = useAppearance();
  const { theme, density }: Record<string, string | undefined> = useSearch({ strict: false });
  const { change } = appearance;
  useEffect(() => {
    change({ theme: themes.find((x) => x === theme) ?? 'light', density: densities.find((x) => x === density) ?? 'comfortable' });
  }, [theme, density, change]);
  return (
    <main className="page design">
      <div className="page-head">
        <h1>
          <code>{'/design'}</code>
        </h1>
        <div className="actions">
          <Segmented
            value={appearance.theme}
            onChange={(x) => change({ theme: x })}
            options={themes.map((value) => ({ value, label: t(value) }))}
          />
          <Segmented
            value={appearance.density}
            onChange={(x) => change({ density: x })}
            options={densities.map((value) => ({ value, label: t(value) }))}
          />
        </div>
      </div>
      <QueryClientProvider client={client}>
        <Trade />
        <Controls />
        <States />
      </QueryClientProvider>
    </main>
  );
}
