const outputSide = 512;
const maxZoom = 4;
/** Enough for `outputSide` at `maxZoom`; a larger picture would only cost memory. */
const workingSide = outputSide * maxZoom;
/** Zooming further in would leave an avatar of a few blurred pixels. */
const smallestCrop = 128;

/** Decoded without an object URL, which the page's CSP may forbid, and turned upright as its EXIF data say. */
export async function readImage(file: File): Promise<ImageBitmap> {
  const image = await createImageBitmap(file);
  const scale = workingSide / Math.min(image.width, image.height);
  if (scale >= 1) return image;
  try {
    return await createImageBitmap(image, {
      resizeWidth: Math.round(image.width * scale),
      resizeHeight: Math.round(image.height * scale),
      resizeQuality: 'high',
    });
  } finally {
    image.close();
  }
}

/** The square cut out of the picture; it never leaves it. Measured in pixels of the picture. */
export class Crop {
  readonly maxZoom: number;
  zoom = 1;
  #x: number;
  #y: number;

  constructor(readonly image: ImageBitmap) {
    this.maxZoom = Math.min(maxZoom, Math.max(1, Math.min(image.width, image.height) / smallestCrop));
    this.#x = image.width / 2;
    this.#y = image.height / 2;
  }

  get side() {
    return Math.min(this.image.width, this.image.height) / this.zoom;
  }

  /** Moves the picture under the frame, by parts of the frame's width. */
  move(x: number, y: number) {
    const { image, side } = this;
    this.#x = Math.min(Math.max(this.#x - x * side, side / 2), image.width - side / 2);
    this.#y = Math.min(Math.max(this.#y - y * side, side / 2), image.height - side / 2);
  }

  zoomTo(zoom: number) {
    this.zoom = Math.min(Math.max(zoom, 1), this.maxZoom);
    this.move(0, 0);
  }

  draw(canvas: HTMLCanvasElement, margin = 0, background?: string) {
    const context = canvas.getContext('2d')!;
    const { image } = this;
    const scale = (canvas.width * (1 - 2 * margin)) / this.side;
    const centre = canvas.width / 2;
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (background) {
      context.fillStyle = background;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.imageSmoothingQuality = 'high';
    const [left, top] = [centre - this.#x * scale, centre - this.#y * scale];
    context.drawImage(image, left, top, image.width * scale, image.height * scale);
  }

  async toFile({ name, type }: File): Promise<File> {
    const transparent = ['image/png', 'image/gif', 'image/webp'].includes(type);
    const [outputType, extension] = transparent ? ['image/png', 'png'] : ['image/jpeg', 'jpg'];
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.max(1, Math.min(outputSide, Math.floor(this.side)));
    this.draw(canvas, 0, transparent ? undefined : '#fff');
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, outputType, 0.9));
    if (!blob) throw new Error('The browser did not encode the cropped picture.');
    return new File([blob], `${name.replace(/\.[^.]*$/, '') || 'avatar'}.${extension}`, { type: outputType });
  }
}
