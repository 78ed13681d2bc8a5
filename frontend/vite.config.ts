import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { guidesPlugin } from './guides';

const api = `http://${process.env.SANGU_ADDR ?? '127.0.0.1:8080'}`;

// The page of every component in every state is for those who build the product; users never load it.
const design = (mode: string) => mode === 'development' || process.env.VITE_DESIGN === '1';

// inPackages matches the modules of npm packages whose paths begin like one of these.
const inPackages = (...paths: string[]) => new RegExp(`node_modules/(${paths.join('|')})/`);

export default defineConfig(({ mode }) => ({
  define: { __DESIGN__: JSON.stringify(design(mode)) },
  plugins: [
    react(),
    guidesPlugin(),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: 'script-defer',
      manifest: {
        name: 'Sangu 三顾',
        short_name: '三顾',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#f7f6f3',
        theme_color: '#23527c',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // Answers of the API are kept by the product itself, which marks them; the worker keeps the shell.
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api/, /^\/metrics/, /^\/healthz/, /^\/readyz/],
        globPatterns: ['**/*.{js,css,html,png}'],
        globIgnores: ['**/Chart-*.js', '**/*.gz', '**/*.br', '**/guide-*.png'],
      },
    }),
  ],
  resolve: { tsconfigPaths: true },
  server: { proxy: { '/api': api }, fs: { allow: ['..'] } },
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'i18n', test: /node_modules\/(i18next|react-i18next)\// },
            { name: 'router', test: /node_modules\/@tanstack\// },
            // What every screen needs of the components, in one file: many small ones compress badly.
            {
              name: 'components',
              test: inPackages(
                'antd/es/(app|button|checkbox|config-provider|drawer|dropdown|empty|input|layout|locale|menu|message|modal|notification|popover|skeleton|space|style|tag|theme|tooltip|_util)',
                '@rc-component/(async-validator|checkbox|dialog|drawer|dropdown|form|input|menu|motion|notification|overflow|portal|resize-observer|tooltip|trigger|util)',
                '@ant-design/(colors|cssinjs|cssinjs-utils|fast-color)',
                '(stylis|clsx|react-is|is-mobile|@emotion|openapi-fetch|zustand|idb-keyval)',
              ),
            },
            { name: 'choices', test: inPackages('(antd/es|@rc-component)/(select|segmented|input-number|mini-decimal|virtual-list)') },
          ],
        },
      },
    },
  },
}));
