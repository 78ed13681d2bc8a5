// The front end's arrows: app → features/<area>/<subject> → shared/{ui, live, session, offline, theme, api, i18n, lib}.
// src/arrows.test.ts holds that each of these rules reports the small wrong tree in testdata/arrows.
const feature = '^src/features/([^/]+/[^/]+)/';

/** below says that a room of shared may import only these rooms, besides itself. */
const below = (room, ...rooms) => ({
  name: `shared-${room}-reaches-down`,
  comment: `src/shared/${room} may import only ${[room, ...rooms].join(', ')} of shared.`,
  severity: 'error',
  from: { path: `^src/shared/${room}/` },
  to: { path: '^src/shared/', pathNot: `^src/shared/(${[room, ...rooms].join('|')})/` },
});

export default {
  forbidden: [
    { name: 'no-circle', comment: 'No file imports itself by way of others, types included.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circle-of-features',
      comment: 'Two subjects do not import each other, not even by different files.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/features/[^/]+/[^/]+$' },
      to: { circular: true, path: '^src/features/[^/]+/[^/]+$' },
    },
    {
      name: 'feature-by-its-face',
      comment: 'What a feature needs of another is in that feature’s index.ts, or below shared.',
      severity: 'error',
      from: { path: feature },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/[^/]+/index\\.ts$'] },
    },
    {
      name: 'app-by-the-face',
      comment: 'The app reaches a feature by its index.ts and its routes.ts alone.',
      severity: 'error',
      from: { path: '^src/(app/|main\\.tsx$)' },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/[^/]+/(index|routes)\\.ts$' },
    },
    {
      name: 'features-below-app',
      comment: 'No feature imports the app.',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/(app/|main\\.tsx$)' },
    },
    {
      name: 'shared-below-features',
      comment: 'Nothing shared imports a feature or the app.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(app|features)/|^src/main\\.tsx$' },
    },
    below('lib'),
    below('i18n', 'lib'),
    below('api', 'i18n', 'lib'),
    below('theme', 'api', 'i18n', 'lib'),
    below('offline', 'api', 'i18n', 'lib'),
    below('session', 'offline', 'theme', 'api', 'i18n', 'lib'),
    below('live', 'session', 'offline', 'theme', 'api', 'i18n', 'lib'),
    { name: 'resolves', comment: 'Every import leads to a file.', severity: 'error', from: {}, to: { couldNotResolve: true, path: '^(@/|\\.)' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
  },
};
