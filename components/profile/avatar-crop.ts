const outputSide = 512;
const maxZoom = 4;
/** Enough for `outputSide` at `maxZoom`; a larger picture would only cost memory. */
const workingSide = outputSide * maxZoom;
/** Zooming further in would leave an avatar of a few blurred pixels. */
const smallestCrop = 128;
/** Types of pictures in which nothing is transparent. */
const opaque = /^image\/(p?jpe?g|bmp|hei[cf])$/;

/** Turned upright as its EXIF data say. Rejects when the browser cannot show it. */
export async function readImage(file: File): Promise<ImageBitmap> {
  const image = await decoded(file);
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

/** Without an object URL, which the page's CSP may forbid; that is for what only an element can show, such as SVG. */
async function decoded(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    if (!file.type.startsWith('image/')) throw cause;
    const url = URL.createObjectURL(file);
    try {
      const element = new Image();
      element.src = url;
      await element.decode();
      return await createImageBitmap(drawn(element));
    } finally {
      URL.revokeObjectURL(url);
    }
  }
}

/** A drawing has no pixels of its own, and perhaps no size: it gets enough of them. */
function drawn(element: HTMLImageElement): HTMLCanvasElement {
  const { naturalWidth: width = 0, naturalHeight: height = 0 } = element;
  const scale = outputSide / (Math.min(width, height) || outputSide);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((width || outputSide) * Math.max(1, scale));
  canvas.height = Math.round((height || outputSide) * Math.max(1, scale));
  canvas.getContext('2d')!.drawImage(element, 0, 0, canvas.width, canvas.height);
  return canvas;
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
    const reach = centre / scale;
    // Only what there is to see of it: a very long picture would be drawn far beyond what a canvas can hold.
    const [left, top] = [Math.max(0, this.#x - reach), Math.max(0, this.#y - reach)];
    const [right, bottom] = [Math.min(image.width, this.#x + reach), Math.min(image.height, this.#y + reach)];
    const [width, height] = [right - left, bottom - top];
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (background) {
      context.fillStyle = background;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.imageSmoothingQuality = 'high';
    const [x, y] = [centre + (left - this.#x) * scale, centre + (top - this.#y) * scale];
    context.drawImage(image, left, top, width, height, x, y, width * scale, height * scale);
  }

  /** Of a name of its own: that of the user's file would stand in a public address, which has a limited length. */
  async toFile({ type }: File): Promise<File> {
    const transparent = !opaque.test(type);
    const [outputType, extension] = transparent ? ['image/png', 'png'] : ['image/jpeg', 'jpg'];
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.max(1, Math.min(outputSide, Math.floor(this.side)));
    this.draw(canvas, 0, transparent ? undefined : '#fff');
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, outputType, 0.9));
    if (!blob) throw new Error('The browser did not encode the cropped picture.');
    return new File([blob], `avatar.${extension}`, { type: outputType });
  }
}
