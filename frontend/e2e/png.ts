import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** indexed makes a screenshot light: its 256 most frequent colours, others as the nearest of them. The browser reads the picture, so that no library is needed. */
export async function indexed(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, palette, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const data = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    const at = (i: number) => ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    const often = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) often.set(at(i), (often.get(at(i)) ?? 0) + 1);
    const palette = [...often]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, 256)
      .map(([c]) => c);
    const far = (a: number, b: number) =>
      ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
    const nearest = new Map(palette.map((c, i) => [c, i]));
    const pixels: number[] = [];
    for (let i = 0; i < data.length; i += 4) {
      const c = at(i);
      let best = nearest.get(c);
      if (best === undefined) {
        best = palette.reduce((b, p, k) => (far(p, c) < far(palette[b] ?? 0, c) ? k : b), 0);
        nearest.set(c, best);
      }
      pixels.push(best);
    }
    return { width: bitmap.width, height: bitmap.height, palette, pixels };
  }, png.toString('base64'));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = pixels[y * width + x] ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  const parts = [part('IHDR', head), part('PLTE', colours), part('IDAT', deflateSync(rows, { level: 9 })), part('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

/** part is a chunk of a PNG: length, name, data and check sum. */
function part(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes: Buffer): number {
  let c = 0xffffffff;
  for (const b of bytes) {
    c ^= b;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}
