import { useMe } from '@/shared/session/me';

/** Watermark prints the reader's name and the day faintly behind the page, on every printed sheet too. */
export function Watermark() {
  const me = useMe();
  const text = `${me?.name ?? ''} ${me?.today ?? ''}`;
  return (
    <svg className="watermark" aria-hidden="true" data-testid="watermark" width="100%" height="100%">
      <defs>
        <pattern id="watermark" width="480" height="270" patternUnits="userSpaceOnUse">
          <text x="60" y="190" transform="rotate(-18 240 135)">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  );
}
