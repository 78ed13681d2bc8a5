export type Place = { to: string; label: string; right: string };

/** groups are the places of the product, as the menu shows them. */
export const groups: { gutter: string; places: Place[] }[] = [
  { gutter: '', places: [{ to: '/', label: 'desk', right: '' }] },
  {
    gutter: 'libraries',
    places: [
      { to: '/projects', label: 'projects', right: 'project.read' },
      { to: '/board', label: 'board', right: 'project.read' },
      { to: '/clients', label: 'clients', right: 'client.read' },
      { to: '/enterprises', label: 'enterprises', right: 'enterprise.read' },
    ],
  },
  {
    gutter: 'work',
    places: [
      { to: '/leads', label: 'leads', right: 'lead.read' },
      { to: '/visits', label: 'visits', right: 'visit.read' },
      { to: '/calendar', label: 'calendar', right: 'visit.read' },
      { to: '/imports', label: 'imports', right: 'import.run' },
    ],
  },
  {
    gutter: 'results',
    places: [
      { to: '/cockpit', label: 'cockpit', right: 'report.read' },
      { to: '/conversion', label: 'conversion', right: 'report.read' },
      { to: '/portfolio', label: 'portfolio', right: 'report.read' },
      { to: '/targets', label: 'targets', right: 'report.read' },
      { to: '/bulletins', label: 'bulletins', right: 'report.read' },
      { to: '/suspicions', label: 'suspicions', right: 'report.read' },
      { to: '/rules', label: 'rules', right: 'report.read' },
    ],
  },
  {
    gutter: 'system',
    places: [
      { to: '/people', label: 'people', right: '' },
      { to: '/units', label: 'units', right: '' },
      { to: '/recycle-bin', label: 'bin', right: 'client.write' },
      { to: '/audit', label: 'audit', right: 'audit.read' },
      { to: '/help', label: 'help', right: '' },
    ],
  },
];

/** places are all of them, for the palette. */
export const places = [...groups.flatMap((g) => g.places), { to: '/notices', label: 'notices', right: '' }];
