/** Place is a page of the menu: its address, its name in the texts, the right to see it, and the letter that follows g. */
export type Place = { to: string; label: string; right: string; key?: string };

export type Group = { gutter: string; places: Place[] };

/** groups are the places of the product by the trade's own words, as the menu shows them; a place is here only when it works. */
export const groups: Group[] = [
  {
    gutter: '',
    places: [
      { to: '/', label: 'desk', right: '', key: 'd' },
      { to: '/cockpit', label: 'cockpit', right: 'report.read', key: 'k' },
    ],
  },
  {
    gutter: 'libraries',
    places: [
      { to: '/projects', label: 'projects', right: 'project.read', key: 'p' },
      { to: '/clients', label: 'clients', right: 'client.read', key: 'c' },
      { to: '/enterprises', label: 'enterprises', right: 'enterprise.read', key: 'e' },
      { to: '/imports', label: 'imports', right: 'import.run', key: 'i' },
    ],
  },
  {
    gutter: 'planning',
    places: [
      { to: '/targets', label: 'targets', right: 'report.read', key: 'm' },
      { to: '/portfolio', label: 'portfolio', right: 'report.read', key: 's' },
    ],
  },
  {
    gutter: 'work',
    places: [
      { to: '/leads', label: 'leads', right: 'lead.read', key: 'l' },
      { to: '/visits', label: 'visits', right: 'visit.read', key: 'v' },
      { to: '/calendar', label: 'calendar', right: 'visit.read', key: 'r' },
      { to: '/board', label: 'board', right: 'project.read', key: 'b' },
    ],
  },
  {
    gutter: 'results',
    places: [
      { to: '/conversion', label: 'conversion', right: 'report.read', key: 'z' },
      { to: '/bulletins', label: 'bulletins', right: 'report.read', key: 't' },
      { to: '/suspicions', label: 'suspicions', right: 'report.read', key: 'y' },
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
      { to: '/help', label: 'help', right: '', key: 'h' },
    ],
  },
];

/** places are all of them, for the palette. */
export const places = [...groups.flatMap((g) => g.places), { to: '/notices', label: 'notices', right: '', key: 'n' }];

/** isAt reports whether an address lies in a place; the desk is an address alone. */
export function isAt(path: string, place: Place): boolean {
  return path === place.to || (place.to !== '/' && path.startsWith(`${place.to}/`));
}

/** starts are what can be begun from anywhere: its name in the texts, the right, where its form stands, and the letter that follows n. */
export const starts = [
  { name: 'lead', right: 'lead.write', to: '/leads', key: 'l' },
  { name: 'visit', right: 'visit.write', to: '/visits', key: 'v' },
  { name: 'project', right: 'project.write', to: '/projects', key: 'p' },
] as const;
