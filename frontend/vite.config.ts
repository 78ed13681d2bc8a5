import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { guidesPlugin } from './guides';

const api = `http://${process.env.SANGU_ADDR ?? '127.0.0.1:8080'}`;

export default defineConfig({
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
          ],
        },
      },
    },
  },
});
