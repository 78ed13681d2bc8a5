import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import 'antd/dist/reset.css';
import '@/shared/theme/tokens.css';
import '@/app/styles/index.css';
import { StrictMode, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { makeRouter } from '@/app/router';
import { ApiError } from '@/shared/api/client';
import { begin } from '@/shared/i18n';
import { persistQueries, restoreQueries } from '@/shared/offline/queryPersistence';
import { meQuery } from '@/shared/session/me';
import { currentScheme, themeOf, useAppearance, useScheme } from '@/shared/theme';

const day = 24 * 3600 * 1000;
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, gcTime: day, retry: (n, e) => n < 2 && !(e instanceof ApiError) } },
});
const router = makeRouter(client);

function Root() {
  const scheme = useScheme();
  const density = useAppearance((s) => s.density);
  const { i18n } = useTranslation();
  const [theme, setTheme] = useState(() => themeOf(scheme, density));
  useLayoutEffect(() => {
    applyAppearance(scheme, density);
    document.documentElement.lang = i18n.language;
    setTheme(themeOf(scheme, density));
  }, [scheme, density, i18n.language]);
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 3 }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}

/** applyAppearance tells tokens.css which colour scheme and density are in force. */
function applyAppearance(scheme: string, density: string) {
  Object.assign(document.documentElement.dataset, { theme: scheme, density });
}

const root = document.getElementById('root');
if (root) {
  const look = useAppearance.getState();
  applyAppearance(currentScheme(look.theme), look.density);
  // The library takes the network for granted until it hears otherwise.
  onlineManager.setOnline(navigator.onLine);
  void Promise.all([restoreQueries(client, () => client.fetchQuery(meQuery)), begin()]).then(() => {
    persistQueries(client);
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <Root />
        </QueryClientProvider>
      </StrictMode>,
    );
  });
}
