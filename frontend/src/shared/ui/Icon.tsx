// Line drawings on a grid of 24, of one weight.
const drawings = {
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.500l1.5 1.500h-15zM10 20.500h4',
  help: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.5 9.500a2.5 2.5 0 1 1 3.7 2.200c-.8.5-1.2 1-1.2 1.800M12 16.800v.1',
  today: 'M4 11.5 12 5l8 6.500V19a1 1 0 0 1-1 1h-4.500v-5h-5v5H5a1 1 0 0 1-1-1z',
  list: 'M4 6h16M4 12h16M4 18h10',
  add: 'M12 2.500a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM12 8v8M8 12h8',
  figures: 'M5 19v-8M12 19V5M19 19v-6',
  person: 'M12 4.200a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.600zM4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  phone:
    'M5 3.600h3.600l1.7 4.3-2.4 1.700a11.4 11.4 0 0 0 6.5 6.500l1.7-2.2 4.3 1.700v3.600a1.5 1.5 0 0 1-1.6 1.500A16 16 0 0 1 3.4 5.2 1.5 1.5 0 0 1 5 3.600z',
  paper: 'M5 2.500h8l5 5v14H5zM12.5 2.500v5.500H18M8.5 12.500h6M8.5 16.500h6',
  tick: 'm5 12.5 4.5 4.500L19 7.5',
} as const;

/** Icon is a line drawing in the colour of the text around it; it says nothing to a screen reader. */
export function Icon({ name, size = 16 }: { name: keyof typeof drawings; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="icon">
      <path d={drawings[name]} />
    </svg>
  );
}
