import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import 'antd/dist/reset.css';
import '@/app/tokens.css';
import '@/app/styles/index.css';
import { StrictMode, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { makeRouter } from '@/app/router';
import { themeOf, useLook } from '@/app/theme';
import { recall, remember } from '@/offline/memory';
import { ApiError } from '@/shared/api/client';
import { begin } from '@/shared/i18n';

const day = 24 * 3600 * 1000;
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, gcTime: day, retry: (n, e) => n < 2 && !(e instanceof ApiError) } },
});
const router = makeRouter(client);

function Root() {
  const look = useLook((s) => s.theme);
  const { i18n } = useTranslation();
  const [theme, setTheme] = useState(() => themeOf(look));
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = look;
    document.documentElement.lang = i18n.language;
    setTheme(themeOf(look));
  }, [look, i18n.language]);
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 3 }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  document.documentElement.dataset.theme = useLook.getState().theme;
  // The library takes the network for granted until it hears otherwise.
  onlineManager.setOnline(navigator.onLine);
  void Promise.all([recall(client), begin()]).then(() => {
    remember(client);
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <Root />
        </QueryClientProvider>
      </StrictMode>,
    );
  });
}
