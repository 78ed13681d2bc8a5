import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://${process.env.SANGU_ADDR ?? '127.0.0.1:8080'}`;

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  server: { proxy: { '/api': api } },
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
